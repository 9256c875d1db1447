/**
 * All forms of files with texts, as the core sees them.
 * @module
 */
import type { Clock, TransferFormats } from '../core/ports.ts';
import { readArchive } from './archive/read.ts';
import { writeArchive } from './archive/write.ts';
import { writeCsv } from './csv/write.ts';
import { recognize } from './recognize.ts';
import { readSmsBackup } from './sms-backup/read.ts';
import { writeSmsBackup } from './sms-backup/write.ts';

export function createTransferFormats({ clock }: { readonly clock: Pick<Clock, 'now'> }): TransferFormats {
  return {
    recognize,
    readSmsBackup: (file, sink) => readSmsBackup(file, sink, clock.now()),
    readArchive,
    writeSmsBackup,
    writeArchive,
    writeCsv,
  };
}
