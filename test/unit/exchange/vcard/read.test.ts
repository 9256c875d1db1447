import { createReadStream } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardReading, ContactCard } from '../../../../src/core/ports.ts';
import { readCards } from '../../../../src/exchange/vcard/read.ts';

/** The bytes in pieces of this length. */
async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
}

async function read(pieces: AsyncIterable<Uint8Array>): Promise<CardReading[]> {
  const readings: CardReading[] = [];
  for await (const reading of readCards(pieces)) readings.push(reading);
  return readings;
}

const readText = (text: string, length = 4_096) => read(inPieces(Buffer.from(text), length));
const readFixture = (name: string, highWaterMark = 4_096) =>
  read(createReadStream(new URL(`../../../fixtures/vcard/${name}`, import.meta.url), { highWaterMark }));
const cardsOf = (readings: readonly CardReading[]): ContactCard[] =>
  readings.flatMap((reading) => (reading.kind === 'card' ? reading.card : []));
const problemsOf = (readings: readonly CardReading[]): string[] =>
  readings.flatMap((reading) => (reading.kind === 'problem' ? `${reading.problem.line} ${reading.problem.code}` : []));

const one = (...properties: string[]): string => ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Example', ...properties, 'END:VCARD', ''].join('\r\n');
const numbersOf = async (...properties: string[]) => cardsOf(await readText(one(...properties)))[0]?.numbers;

describe('a file of', () => {
  test('Google Contacts is read with its labels, notes and letters of all scripts', async () => {
    const readings = await readFixture('google-contacts.vcf');
    expect(problemsOf(readings)).toEqual([]);
    expect(cardsOf(readings)).toEqual([
      {
        name: 'Example One',
        organization: 'Example Studio',
        note: 'First line\nSecond line, with a comma; and a semicolon',
        numbers: [
          { text: '+1 201-555-0101', label: 'mobile', isSender: false },
          { text: '(201) 555-0102', label: 'work', isSender: false },
        ],
      },
      {
        name: 'Éxample Twö 例',
        note: '',
        numbers: [
          { text: '+33 1 99 00 55 02', label: 'Studio door', isSender: false },
          { text: '+33 6 39 98 55 02', label: 'home', isSender: false },
        ],
      },
      { name: 'Only Mail', note: '', numbers: [] },
    ]);
  });

  test('Apple Contacts is read with the labels of its groups; pictures are passed over', async () => {
    const readings = await readFixture('apple-contacts.vcf');
    expect(problemsOf(readings)).toEqual([]);
    const [person, company] = cardsOf(readings);
    expect(person).toMatchObject({
      name: 'Dr. Example Middle Three',
      organization: 'Example Company, Department of Examples',
      note: 'Apple escapes colons: like this\nand folds lines that are longer than seventy-five characters, wherever it likes to',
    });
    expect(person?.numbers.map(({ label, text }) => [label, text])).toEqual([
      ['main', '+1 (201) 555-0103'],
      ['mobile', '+1 (201) 555-0104'],
      ['mobile', '+1 (201) 555-0105'],
      ['fax', '+1 (201) 555-0106'],
      ['Summer house', '+1 (201) 555-0107'],
    ]);
    expect(company).toEqual({ name: 'Example Four Ltd.', note: '', numbers: [{ text: '72345', label: 'work', isSender: false }] });
  });

  test('Outlook is read in the encoding it names, out of quoted-printable over several lines', async () => {
    const readings = await readFixture('outlook.vcf');
    expect(problemsOf(readings)).toEqual([]);
    expect(cardsOf(readings)).toEqual([
      {
        name: 'Jörg Example Fünf',
        organization: 'Größe & Söhne, Abteilung',
        note: 'Erste Zeile\nZweite Zeile mit € und „Anführungszeichen“\n\nVierte Zeile',
        numbers: [
          { text: '+49 (201) 0000-0005', label: 'work', isSender: false },
          { text: '0171 39200-05', label: 'mobile', isSender: false },
          { text: '+49 201 0000006', label: 'fax', isSender: false },
        ],
      },
    ]);
  });

  test('Nextcloud is read: numbers as addresses, the preferred one first, no groups', async () => {
    const readings = await readFixture('nextcloud.vcf');
    expect(problemsOf(readings)).toEqual(['16 is-group']);
    expect(cardsOf(readings)).toMatchObject([
      {
        name: 'Example Six',
        organization: 'Example, Six and Co., Board',
        note: 'Likes semicolons; and spaces that are folded',
        numbers: [{ text: '+44-7700-900006', label: 'mobile' }, { label: 'home' }, { text: '+44-1632-960016;ext=7', label: 'work' }],
      },
    ]);
  });

  test.each(['utf-16le.vcf', 'utf-16be.vcf'])('UTF-16 is read, whatever its properties say (%s)', async (name) => {
    const readings = await readFixture(name, 3);
    expect(problemsOf(readings)).toEqual([]);
    expect(cardsOf(readings)).toMatchObject([{ name: 'Exämple Seven', numbers: [{ text: '+1 201 555 0117' }] }]);
  });

  test('damaged cards tells each problem by its line and gives the sound ones', async () => {
    const readings = await readFixture('damaged.vcf');
    expect(cardsOf(readings)).toEqual([
      { name: 'Example Eight', note: '', numbers: [{ text: '+12015550108', isSender: false }] },
      { name: 'Example Nine', note: 'Read anyway', numbers: [{ text: '+12015550110', isSender: false }] },
    ]);
    expect(problemsOf(readings).toSorted()).toEqual(
      [
        '1 outside-card',
        '6 not-a-property',
        '7 bad-number',
        '9 stray-end',
        '10 unterminated',
        '24 unknown-encoding',
        '26 no-name',
        '30 unterminated',
      ].toSorted(),
    );
  });

  test.each(['google-contacts.vcf', 'apple-contacts.vcf', 'outlook.vcf', 'nextcloud.vcf', 'damaged.vcf'])(
    'any program is the same however its bytes come (%s)',
    async (name) => {
      const whole = await readFixture(name, 1_000_000);
      expect(await readFixture(name, 1)).toEqual(whole);
      expect(await readFixture(name, 13)).toEqual(whole);
    },
  );
});

describe('a number', () => {
  test.each([
    ['TEL;CELL;VOICE:+12015550101', 'mobile'],
    ['TEL;TYPE=cell,voice:+12015550101', 'mobile'],
    ['TEL;TYPE="voice,cell":+12015550101', 'mobile'],
    ['tel;type=WORK;type=FAX:+12015550101', 'fax'],
    ['TEL;X-MOBILE:+12015550101', 'mobile'],
    ['TEL;PREF:+12015550101', undefined],
    ['TEL:+12015550101', undefined],
  ])('in the form %s has the label %s', async (property, label) => {
    expect(await numbersOf(property)).toEqual([{ text: '+12015550101', isSender: false, ...(label !== undefined && { label }) }]);
  });

  test('that a sender named itself is kept as that; words are no number', async () => {
    expect(await numbersOf('TEL;TYPE=X-SENDER:EXAMPLE')).toEqual([{ text: 'EXAMPLE', isSender: true }]);
    expect(problemsOf(await readText(one('TEL:at work')))).toEqual(['4 bad-number']);
  });

  test('beyond the fiftieth is left out and told', async () => {
    const many = Array.from({ length: 52 }, (_, index) => `TEL:+1201555${String(1_000 + index)}`);
    const readings = await readText(one(...many));
    expect(cardsOf(readings)[0]?.numbers).toHaveLength(50);
    expect(problemsOf(readings)).toEqual(['54 too-many-numbers', '55 too-many-numbers']);
  });
});

describe('a name', () => {
  test('that is not formatted is put together from its parts, or is the nickname, or the organization', async () => {
    const named = async (...properties: string[]) =>
      cardsOf(await readText(['BEGIN:VCARD', ...properties, 'TEL:+12015550101', 'END:VCARD'].join('\n')))[0]?.name;
    expect(await named('N:Family;Given;Middle;Dr.;Jr.')).toBe('Dr. Given Middle Family Jr.');
    expect(await named('N:;;;;', 'NICKNAME:Nick')).toBe('Nick');
    expect(await named('ORG:Example Company;')).toBe('Example Company');
  });

  test('cannot turn the direction of writing or hide anything', async () => {
    const [card] = cardsOf(await readText('BEGIN:VCARD\nFN:\u202eEx\u200bample\u202c\\nTwo\nTEL:+12015550101\nEND:VCARD'));
    expect(card?.name).toBe('Example Two');
  });
});

describe('whatever a file holds', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'BEGIN:VCARD',
      'END:VCARD',
      'VERSION:2.1',
      'FN:Name',
      'AGENT:',
      'TEL:+12015550101',
      'NOTE;ENCODING=QUOTED-PRINTABLE:=',
      '=',
      ' =',
      ' ',
      '\r\n',
      '\n',
      '\r',
      ':',
      ';',
      '"',
      '\\',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );

  test('reading it never throws, and every line it tells is in the file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 40 }), async (pieces, length) => {
        const bytes = Buffer.from(pieces.join(''));
        const lines = bytes.toString('latin1').split(/\r\n|\r|\n/).length;
        for (const reading of await read(inPieces(bytes, length))) {
          const line = reading.kind === 'card' ? reading.line : reading.problem.line;
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('reading any bytes never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(Array.isArray(await read(inPieces(bytes, 7)))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('eight times as much of the worst takes about eight times the work, not sixty-four times', async () => {
    const worst: readonly ((count: number) => string)[] = [
      (count) => `BEGIN:VCARD\nFN:${'\\'.repeat(count)}`,
      (count) => `BEGIN:VCARD\nTEL${';TYPE=a'.repeat(count / 7)}:1`,
      (count) => `BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:${'=\n'.repeat(count / 2)}`,
      (count) => `BEGIN:VCARD\nNOTE:x${'\n x'.repeat(count / 3)}`,
      (count) => 'BEGIN:VCARD\n'.repeat(count / 12),
      (count) => `BEGIN:VCARD\n${'AGENT:\nBEGIN:VCARD\n'.repeat(count / 19)}`,
      (count) => '"'.repeat(count),
      (count) => `BEGIN:VCARD\nN:${';'.repeat(count)}`,
    ];
    const cost = async (text: string): Promise<number> => {
      let least = Number.POSITIVE_INFINITY;
      for (let round = 0; round < 2; round += 1) {
        const began = process.cpuUsage();
        await readText(text, 65_536);
        const { user, system } = process.cpuUsage(began);
        least = Math.min(least, user + system);
      }
      return least;
    };
    for (const make of worst) {
      await cost(make(50_000));
      const [small, large] = [await cost(make(100_000)), await cost(make(800_000))];
      // Eight times as much: quadratic would be 64 times. Below 20 ms the clock says nothing.
      expect(large).toBeLessThan(Math.max(small, 20_000) * 24);
    }
  });
});

test('a picture of 200 MB and a line without end are passed over in bounded memory', async () => {
  const block = Buffer.alloc(1024 * 1024, `${'A'.repeat(75)}\r\n `);
  async function* huge(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Example\r\nPHOTO;ENCODING=b:');
    for (let index = 0; index < 100; index += 1) yield block;
    yield Buffer.from('\r\nNOTE:');
    for (let index = 0; index < 100; index += 1) yield Buffer.alloc(1024 * 1024, 'n');
    yield Buffer.from('\r\nTEL:+12015550101\r\nEND:VCARD\r\n');
  }
  let most = 0;
  const readings: CardReading[] = [];
  for await (const reading of readCards(watched(huge(), () => (most = Math.max(most, process.memoryUsage().arrayBuffers))))) {
    readings.push(reading);
  }
  expect(cardsOf(readings)).toMatchObject([{ name: 'Example', numbers: [{ text: '+12015550101' }] }]);
  expect(problemsOf(readings).map((problem) => problem.split(' ')[1])).toEqual(['too-long']);
  expect(most).toBeLessThan(100 * 1024 * 1024);
});

async function* watched(pieces: AsyncIterable<Uint8Array>, look: () => void): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    look();
    yield piece;
  }
}

test('a hundred thousand cards are read one after the other', async () => {
  const count = 100_000;
  async function* many(): AsyncGenerator<Uint8Array> {
    for (let index = 0; index < count; index += 1_000) {
      const cards = Array.from({ length: 1_000 }, (_, offset) => one(`TEL;TYPE=CELL:+1201${String(1_000_000 + index + offset)}`));
      yield Buffer.from(cards.join(''));
    }
  }
  let cards = 0;
  for await (const reading of readCards(many())) cards += Number(reading.kind === 'card');
  expect(cards).toBe(count);
});
