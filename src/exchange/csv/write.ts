/**
 * Writes a table for spreadsheets (RFC 4180), with a byte order mark, without which Excel takes UTF-8 for something else.
 * A text that begins like a formula gets an apostrophe before it: who writes `=HYPERLINK(…)` in a text must not have it run
 * in the spreadsheet of whoever exported it.
 * @module
 */
import type { CsvColumn } from '../../contract/exchange.ts';
import type { CsvMessage, ReservedFile, TransferFormats } from '../../core/ports.ts';
import { bufferText } from '../buffered.ts';

const columns: Readonly<Record<CsvColumn, { readonly title: string; readonly of: (row: CsvMessage) => string }>> = {
  date: { title: 'Date', of: ({ message }) => message.at },
  direction: { title: 'Direction', of: ({ message }) => message.direction },
  line: { title: 'Line', of: ({ lineLabel }) => lineLabel },
  number: { title: 'Number', of: ({ message }) => message.peer },
  name: { title: 'Name', of: ({ name }) => name },
  text: { title: 'Text', of: ({ message }) => message.body },
  status: { title: 'Status', of: ({ message }) => message.status },
  attachments: {
    title: 'Attachments',
    of: ({ message }) => (message.media ?? []).map(({ name, url, file }) => name ?? url ?? file ?? '').join(' '),
  },
  conversation: { title: 'Conversation', of: ({ message }) => message.conversationId },
  id: { title: 'Id', of: ({ message }) => message.id },
};

/** What a spreadsheet takes for a formula, also after white space that it cuts off, and in its wide forms. */
const formula = /^[\s\ufeff\u200b-\u200f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** A cell, quoted where that is needed. */
export function csvCell(text: string): string {
  const guarded = formula.test(text) ? `'${text}` : text;
  return /["\r\n,;]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

export function writeCsv(
  file: ReservedFile,
  wanted: readonly CsvColumn[],
  titles: Readonly<Partial<Record<CsvColumn, string | undefined>>> = {},
): ReturnType<TransferFormats['writeCsv']> {
  const out = bufferText(file);
  const row = (cells: readonly string[]): Promise<void> | undefined => out.write(`${cells.map(csvCell).join(',')}\r\n`);
  void out.write('\ufeff');
  void row(wanted.map((column) => titles[column] ?? columns[column].title));
  return {
    async message(message) {
      await row(wanted.map((column) => columns[column].of(message)));
    },
    end: () => out.flush(),
  };
}
