import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from '../../../src/domain/message.ts';
import { csvCell, writeCsv } from '../../../src/exchange/csv/write.ts';
import { memoryFile } from '../../support/read-backup.ts';

const message: Message = {
  id: 'm_1',
  sequence: 1,
  lineId: 'l_1',
  conversationId: 'c_1',
  peer: '+14155550100',
  direction: 'inbound',
  body: '=HYPERLINK("http://evil.example";"Click")',
  at: '2026-03-01T12:00:00.000Z',
  status: 'received',
};

test.each([
  ['=1+1', "'=1+1"],
  ['+14155550100', "'+14155550100"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['  =1', "'  =1"],
  ['\u200b=1', "'\u200b=1"],
  ['＝1', "'＝1"],
  ['a=1', 'a=1'],
  ['say "no"', '"say ""no"""'],
  ['one, two', '"one, two"'],
  ['one\ntwo', '"one\ntwo"'],
  ['', ''],
])('the cell %j is written as %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test('columns are called what the reader calls them', async () => {
  const { file, content } = memoryFile();
  await writeCsv(file, ['number', 'text'], { number: 'Nummer' }).end();
  expect(content().toString()).toBe('\ufeffNummer,Text\r\n');
});

test('a table begins with the mark Excel needs and has the chosen columns, in their order', async () => {
  const { file, content } = memoryFile();
  const table = writeCsv(file, ['number', 'text', 'name']);
  await table.message({ message, lineLabel: 'Mine', name: 'Ann' });
  await table.end();
  expect(content().toString()).toBe(`\ufeffNumber,Text,Name\r\n'+14155550100,"'=HYPERLINK(""http://evil.example"";""Click"")",Ann\r\n`);
});

/** As RFC 4180 says, written as plainly as can be. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') {
      for (at += 1; !(text[at] === '"' && text[at + 1] !== '"'); at += text[at] === '"' ? 2 : 1) cell += text[at];
    } else if (text[at] === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (text.startsWith('\r\n', at)) {
      rows.at(-1)?.push(cell);
      cell = '';
      rows.push([]);
      at += 1;
    } else cell += text[at];
  }
  return rows.slice(0, -1);
}

test('whatever a text holds, it is one cell, and never a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      const { file, content } = memoryFile();
      const body = text.toWellFormed();
      const table = writeCsv(file, ['id', 'text', 'status']);
      await table.message({ message: { ...message, body }, lineLabel: '', name: '' });
      await table.end();
      const [, row] = rowsOf(content().toString().slice(1));
      expect([body, `'${body}`]).toContain(row?.[1]);
      expect(row?.[1]).not.toMatch(/^\s*[=+\-@]/);
      expect([row?.length, row?.[2]]).toEqual([3, 'received']);
    }),
  );
});
