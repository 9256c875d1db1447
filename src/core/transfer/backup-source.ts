/**
 * A phone's backup as a source: all its texts go to one line, whoever's phone it was.
 * @module
 */
import type { BackupMessage, ExchangeFile, HistoricMessage, MediaSink, TransferFormats } from '../ports.ts';
import type { ImportListener, ImportSource } from './source.ts';

type Options = {
  readonly formats: TransferFormats;
  readonly file: ExchangeFile;
  readonly sink: MediaSink;
  readonly lineId: string;
  readonly addressOf: (raw: string) => string;
  readonly listener: ImportListener;
  /** Told of the phone's own number, each time a text names it. */
  readonly onOwnNumber?: (address: string) => void;
};

export function createBackupSource({ formats, file, sink, lineId, addressOf, listener, onOwnNumber }: Options): ImportSource {
  const toHistoric = (message: BackupMessage): HistoricMessage => {
    const { direction, at, sentAt, body, status, media, sourceId } = message;
    return {
      lineId,
      peer: addressOf(message.address),
      direction,
      body,
      at: new Date(at).toISOString(),
      status,
      imported: true,
      ...(sentAt !== undefined && { providerAt: new Date(sentAt).toISOString() }),
      ...(media.length > 0 && { media: [...media] }),
      ...(sourceId !== undefined && { sourceId }),
      ...(status === 'failed' && { failure: neverSent }),
    };
  };

  return {
    async *batches(signal) {
      for await (const batch of formats.readSmsBackup(file, sink)) {
        if (signal.aborted) return;
        const messages = batch.messages.map(toHistoric);
        listener.problems(batch.problems);
        for (const message of messages) listener.message(message);
        for (const { ownNumber } of batch.messages) if (ownNumber !== undefined) onOwnNumber?.(addressOf(ownNumber));
        if (batch.declared !== undefined) listener.declared(batch.declared);
        listener.bytes(batch.bytes);
        yield messages;
      }
    },
  };
}

const neverSent = { code: 'not-sent-by-phone', message: 'The phone this comes from had not sent it.' };
