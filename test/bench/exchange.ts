/**
 * How fast a backup of a phone is imported, in how much memory, and how long the app stood still meanwhile. The file has
 * texts with emoji and pictures of a few hundred kilobytes, which are half of its bytes.
 * @module
 */
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { startChild } from './child.ts';
import type { ImportMeasured, ImportReport } from './servers/importing.ts';

export type ExchangeFigures = ImportMeasured & {
  readonly fileMb: number;
  readonly startedMb: number;
  readonly messagesASecond: number;
};

const conversations = 2_000;
const pictureBytes = 300_000;
/** One message in so many has a picture. */
const pictureEvery = 850;

/** Imports a file of this size into an empty data folder below `workFolder`. */
export async function measureExchange(workFolder: string, megabytes: number): Promise<ExchangeFigures> {
  const file = join(workFolder, `backup-${megabytes}.xml`);
  await pipeline(Readable.from(backup(megabytes * 1_000_000)), createWriteStream(file));
  const child = await startChild<ImportReport>('importing.ts', [join(workFolder, `imported-${megabytes}`), file]);
  try {
    const measured = await child.ask<ImportMeasured>({ ask: 'import' });
    return {
      ...measured,
      fileMb: (await stat(file)).size / 1e6,
      startedMb: child.report.startedMb,
      messagesASecond: measured.store.messages / measured.store.seconds,
    };
  } finally {
    await child.stop();
  }
}

function* backup(bytes: number): Generator<string> {
  const picture = Buffer.alloc(pictureBytes, 'a picture has no pattern, but base64 is base64').toString('base64');
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>\n<smses count="0">\n';
  let written = 0;
  let lot: string[] = [];
  let length = 0;
  for (let index = 0; written < bytes; index += 1) {
    const message = index % pictureEvery === 0 ? withPicture(index, picture) : text(index);
    lot.push(message);
    length += message.length;
    if (length < 1_000_000) continue;
    written += length;
    yield lot.join('');
    lot = [];
    length = 0;
  }
  yield '</smses>\n';
}

const beginning = Date.UTC(2015, 0, 1);
const peer = (index: number): string => `+1415${String(5_550_000 + ((index * 7) % conversations))}`;

function text(index: number): string {
  const date = beginning + index * 60_000 + (index % 1_000);
  return `  <sms protocol="0" address="${peer(index)}" date="${date}" type="${1 + (index % 2)}" subject="null" body="Message ${index}: are you there? &#55357;&#56832; &quot;Yes&quot; &amp; on my way" toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" date_sent="0" sub_id="1" readable_date="1 Jan 2015 00:00:00" contact_name="(Unknown)" />\n`;
}

function withPicture(index: number, picture: string): string {
  const date = beginning + index * 60_000;
  return `  <mms date="${date}" rr="null" sub="null" ct_t="application/vnd.wap.multipart.related" msg_box="1" address="${peer(index)}" m_type="132" m_id="id${index}" readable_date="x" contact_name="(Unknown)">\n    <parts>\n      <part seq="-1" ct="application/smil" name="null" text="&lt;smil /&gt;" />\n      <part seq="0" ct="image/jpeg" name="a.jpg" chset="null" cl="a.jpg" text="null" data="${picture}" />\n      <part seq="0" ct="text/plain" name="null" chset="106" text="Look at this" />\n    </parts>\n    <addrs>\n      <addr address="${peer(index)}" type="137" charset="106" />\n      <addr address="+12025550100" type="151" charset="106" />\n    </addrs>\n  </mms>\n`;
}
