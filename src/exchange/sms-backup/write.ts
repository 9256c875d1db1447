/**
 * Writes a backup that the app "SMS Backup & Restore" restores to a phone, and that can be imported here again. Attachments
 * are written while they are read. What that app has no place for (lines, tags, who reported what) is left out: the
 * archive has it.
 * @module
 */
import type { ReadMedia, ReservedFile, TransferFormats } from '../../core/ports.ts';
import type { Media, Message, MessageStatus } from '../../domain/message.ts';
import { encodeBase64 } from '../base64.ts';
import { bufferText } from '../buffered.ts';
import { attributeList } from './escape.ts';

type Options = { readonly count: number; readonly now: number; readonly readMedia: ReadMedia };

const sentBox = '2';
const failedBox = '5';
/** Android's statuses: -1 none, 0 delivered, 64 failed. */
const boxAndStatus: Readonly<Record<MessageStatus, { readonly box: string; readonly status: number }>> = {
  received: { box: '1', status: -1 },
  sent: { box: sentBox, status: -1 },
  delivered: { box: sentBox, status: 0 },
  undelivered: { box: sentBox, status: 64 },
  unconfirmed: { box: failedBox, status: -1 },
  failed: { box: failedBox, status: 64 },
  cancelled: { box: failedBox, status: -1 },
  queued: { box: failedBox, status: -1 },
  sending: { box: failedBox, status: -1 },
};
const received = 132;
const sendRequest = 128;
/** UTF-8, by its number in the list of character sets. */
const utf8 = 106;

export function writeSmsBackup(file: ReservedFile, { count, now, readMedia }: Options): ReturnType<TransferFormats['writeSmsBackup']> {
  const out = bufferText(file);
  const backup = attributeList({ count, backup_set: new Date(now).toISOString(), backup_date: now, type: 'full' });
  void out.write(`<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>\n<smses${backup}>\n`);

  const mms = async (message: Message, common: Record<string, string | number | undefined>, media: readonly Media[]): Promise<void> => {
    const isInbound = message.direction === 'inbound';
    const { box } = boxAndStatus[message.status];
    const head = attributeList({
      ...common,
      msg_box: box,
      m_type: isInbound ? received : sendRequest,
      m_id: message.id,
      ct_t: 'application/vnd.wap.multipart.related',
      sub: undefined,
      seen: 1,
      text_only: 0,
      v: 18,
    });
    await out.write(`  <mms${head}>\n    <parts>\n`);
    for (const each of media) await part(each);
    if (message.body !== '') {
      await out.write(
        `      <part${attributeList({ seq: 0, ct: 'text/plain', name: undefined, chset: utf8, cl: 'text.txt', text: message.body })} />\n`,
      );
    }
    const other = attributeList({ address: message.peer, type: isInbound ? 137 : 151, charset: utf8 });
    const own = attributeList({ address: 'insert-address-token', type: isInbound ? 151 : 137, charset: utf8 });
    await out.write(`    </parts>\n    <addrs>\n      <addr${other} />\n      <addr${own} />\n    </addrs>\n  </mms>\n`);
  };

  const part = async (media: Media): Promise<void> => {
    const chunks = await readMedia(media);
    if (chunks === undefined) return;
    const about = attributeList({
      seq: 0,
      ct: media.type ?? 'application/octet-stream',
      name: media.name,
      chset: undefined,
      cl: media.name,
      text: undefined,
    });
    await out.write(`      <part${about} data="`);
    for await (const text of encodeBase64(chunks)) await out.write(text);
    await out.write('" />\n');
  };

  return {
    async message(message, name) {
      const common = {
        address: message.peer,
        date: Date.parse(message.at),
        date_sent: message.providerAt === undefined ? 0 : Date.parse(message.providerAt),
        read: 1,
        locked: 0,
        readable_date: message.at,
        contact_name: name === '' ? '(Unknown)' : name,
      };
      const stored = (message.media ?? []).filter(({ state }) => state === 'stored');
      if (stored.length > 0) {
        await mms(message, common, stored);
        return;
      }
      const { box, status } = boxAndStatus[message.status];
      const attributes = attributeList({
        protocol: 0,
        ...common,
        type: box,
        subject: undefined,
        body: message.body,
        toa: undefined,
        sc_toa: undefined,
        service_center: undefined,
        status,
      });
      await out.write(`  <sms${attributes} />\n`);
    },
    async end() {
      await out.write('</smses>\n');
      await out.flush();
    },
  };
}
