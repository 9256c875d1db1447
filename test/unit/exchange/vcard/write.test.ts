import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Contact } from '../../../../src/domain/contact.ts';
import { visible } from '../../../../src/domain/visible.ts';
import { readCards } from '../../../../src/exchange/vcard/read.ts';
import { writeCards } from '../../../../src/exchange/vcard/write.ts';

const at = '2026-03-01T12:00:00.000Z';
const contact = (changes: Partial<Contact>): Contact => ({
  id: 'contact_1',
  name: 'Example One',
  note: '',
  addresses: [{ address: '+12015550101' }],
  createdAt: at,
  updatedAt: at,
  ...changes,
});

async function readBack(contacts: readonly Contact[]) {
  async function* file(): AsyncGenerator<Uint8Array> {
    for (const card of writeCards(contacts)) yield Buffer.from(card);
  }
  const read = [];
  for await (const reading of readCards(file())) read.push(reading);
  return read;
}

test('a card is what Google, Apple and Outlook read', () => {
  const written = [
    ...writeCards([
      contact({
        organization: 'Example; Sons',
        note: 'One, two\nthree',
        addresses: [
          { address: '+12015550101', label: 'mobile' },
          { address: '72345' },
          { address: '+12015550102', label: 'Summer house' },
          { address: 'EXAMPLE' },
        ],
      }),
    ]),
  ].join('');
  expect(written.split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'FN:Example One',
    'N:One;Example;;;',
    'ORG:Example\\; Sons',
    'TEL;TYPE=CELL:+12015550101',
    'TEL:72345',
    'item3.TEL:+12015550102',
    'item3.X-ABLabel:Summer house',
    'TEL;TYPE=X-SENDER:EXAMPLE',
    'NOTE:One\\, two\\nthree',
    'END:VCARD',
    '',
  ]);
});

test('no line is longer than 75 octets, and none is cut within a letter', async () => {
  const note = 'ein längerer Satz mit Umlauten äöü und 例 und 👩‍👩‍👧 '.repeat(12).trim();
  const [card = ''] = [...writeCards([contact({ note })])];
  for (const line of card.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(Buffer.from(line).toString()).not.toContain('\ufffd');
  }
  expect(await readBack([contact({ note })])).toMatchObject([{ card: { note } }]);
});

test('what is written is read as it was', async () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => visible(text).replace(/\s+/g, ' '));
  const name = word.filter((text) => text !== '');
  const note = fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.replace(/\r\n?/g, '\n').trim());
  const label = fc.option(fc.oneof(fc.constantFrom('mobile', 'work', 'home', 'fax', 'other', 'valueOf', '__proto__'), name), {
    nil: undefined,
  });
  const address = fc.oneof(
    fc.integer({ min: 2_015_550_100, max: 2_015_550_199 }).map((digits) => `+1${digits}`),
    fc.constantFrom('72345', 'EXAMPLE', 'Ex & Co.'),
  );
  const addresses = fc.uniqueArray(fc.record({ address, label }), { selector: (each) => each.address, minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ name, note, addresses }), { maxLength: 5 }), async (people) => {
      const contacts = people.map(({ addresses: own, ...person }) =>
        contact({
          ...person,
          addresses: own.map(({ address: number, label: kind }) => ({ address: number, ...(kind !== undefined && { label: kind }) })),
        }),
      );
      const cards = (await readBack(contacts)).map((reading) => reading.kind === 'card' && reading.card);
      expect(cards).toEqual(
        contacts.map((each) => ({
          name: each.name,
          note: each.note,
          numbers: each.addresses.map(({ address: text, label: kind }) => ({
            text,
            isSender: /^E/.test(text),
            ...(kind !== undefined && { label: kind }),
          })),
        })),
      );
    }),
    { numRuns: 200 },
  );
});
