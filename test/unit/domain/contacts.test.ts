import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Contact, contactsAfter, contactsByAddress, nameFor } from '../../../src/domain/contact.ts';
import { type ContactDraft, duplicatesAmong, mergedOf, mostContacts } from '../../../src/domain/contact-book.ts';
import { createIntake } from '../../../src/domain/contact-intake.ts';
import { colorOf, initialsOf } from '../../../src/domain/initials.ts';
import { contactsByLooks, likenessOf } from '../../../src/domain/likeness.ts';

const at = '2026-03-01T12:00:00.000Z';
const later = '2026-03-02T12:00:00.000Z';
const contact = (id: string, name: string, addresses: readonly string[], changes: Partial<Contact> = {}): Contact => ({
  id,
  name,
  note: '',
  addresses: addresses.map((address) => ({ address })),
  createdAt: at,
  updatedAt: at,
  ...changes,
});

describe('initials', () => {
  test.each([
    ['Ada King Lovelace', 'AL'],
    ['ada', 'A'],
    ['  (Example)  “Two” ', 'ET'],
    ['éric dupont', 'ÉD'],
    ['👩‍👩‍👧 Family', 'F'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['🇫🇷', '🇫🇷'],
    ['山田 太郎', '山'],
    ['김철수', '김'],
    ['משה כהן', 'מכ'],
    ['محمد علي', 'مع'],
    ['क्षत्रिय', 'क्ष'],
    ['ßtraße', 'ß'],
    ['\u202eEvil Twin', 'ET'],
    ['– –', ''],
    ['', ''],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  test('are at most two characters of any name, as one sees them', () => {
    const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        expect([...graphemes.segment(initialsOf(name))].length).toBeLessThanOrEqual(2);
      }),
    );
  });

  test('have a colour that is the same at every time', () => {
    expect([colorOf('+12015550101', 8), colorOf('+12015550102', 8), colorOf('GOOGLE', 8)]).toEqual([
      colorOf('+12015550101', 8),
      colorOf('+12015550102', 8),
      colorOf('GOOGLE', 8),
    ]);
    const used = new Set(Array.from({ length: 200 }, (_, index) => colorOf(`+1201555${1_000 + index}`, 8)));
    expect([...used].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('a sender that is only a name', () => {
  const looks = contactsByLooks([contact('a', 'Mum', ['+12015550101']), contact('b', 'Example Bank', ['EXBANK'])]);

  test.each(['Mum', 'MUM', 'M u m', 'Мum', 'M\u200bum', 'ＭＵＭ', 'mum.'])('%j looks like the contact Mum', (sender) => {
    expect(likenessOf(sender, looks)).toMatchObject({ kind: 'contact', contact: { name: 'Mum' } });
  });

  test.each(['+1201555O101', '+1 (201) 555-0101 ', '２０１-５５５-０１０１x', '١٢٣٤٥٦٧٨٩-'])('%j looks like a number', (sender) => {
    expect(likenessOf(sender, looks)).toEqual({ kind: 'number' });
  });

  test.each(['GOOGLE', 'Taxi 2000', '72345', '+12015550101', '12015550101', 'EXBANK'])('%j looks like nobody', (sender) => {
    expect(likenessOf(sender, looks)).toBeUndefined();
  });

  test('that is a contact’s own address is that contact', () => {
    const own = contactsByLooks([contact('b', 'EXBANK', ['EXBANK'])]);
    expect(likenessOf('EXBANK', own)).toBeUndefined();
  });
});

describe('a list of contacts', () => {
  test('gives an address to whoever was changed last', () => {
    const two = [contact('new', 'New', ['+12015550101'], { updatedAt: later }), contact('old', 'Old', ['+12015550101'])];
    expect(contactsByAddress(two).get('+12015550101')?.name).toBe('New');
    expect(contactsByAddress(two.toReversed()).get('+12015550101')?.name).toBe('New');
  });

  test('follows what was changed and removed', () => {
    const [a, b, c] = [contact('a', 'A', ['1']), contact('b', 'B', ['2']), contact('c', 'C', ['3'])] as const;
    const changed = { ...b, name: 'Bee' };
    expect(contactsAfter([a, b, c], { changed: [changed], removed: ['a'] })).toEqual([c, changed]);
  });

  test('names an address without anything that cannot be seen', () => {
    expect(nameFor('+12015550101', contact('a', '\u202eMum\u200b', []), '')).toBe('Mum');
    expect(nameFor('+12015550101', contact('a', '\u200b', []), 'US')).toBe('(201) 555-0101');
    expect(nameFor('GOOGLE', undefined, 'US')).toBe('GOOGLE');
  });
});

describe('duplicates', () => {
  test('are those that share a number or a name, each in one group', () => {
    const people = [
      contact('a', 'Example One', ['+12015550101']),
      contact('b', 'example  one.', ['+12015550102']),
      contact('c', 'Somebody', ['+12015550102']),
      contact('d', 'Nobody Else', ['+12015550103']),
      contact('e', 'Éxample Two', ['+12015550104']),
      contact('f', 'Example Two', ['+12015550105']),
    ];
    const groups = duplicatesAmong(people).map(({ reason, contacts }) => [reason, contacts.map(({ id }) => id).join('')]);
    expect(groups).toEqual([
      ['number', 'abc'],
      ['name', 'ef'],
    ]);
  });

  test('become one that says what all of them say', () => {
    const merged = mergedOf(
      [
        contact('a', 'Example One', ['+12015550101'], { note: 'First', createdAt: later }),
        contact('b', 'E. One', ['+12015550102', '+12015550101'], { note: 'Second', organization: 'Example Studio', zone: 'Europe/Paris' }),
        contact('c', 'One', [], { note: 'First' }),
      ],
      later,
    );
    expect(merged).toEqual({
      id: 'a',
      name: 'Example One',
      organization: 'Example Studio',
      note: 'First\nSecond',
      addresses: [{ address: '+12015550101' }, { address: '+12015550102' }],
      zone: 'Europe/Paris',
      createdAt: at,
      updatedAt: later,
    });
  });
});

describe('taking in cards', () => {
  const draft = (name: string, addresses: readonly string[], changes: Partial<ContactDraft> = {}): ContactDraft => ({
    name,
    note: '',
    addresses: addresses.map((address) => ({ address })),
    ...changes,
  });

  test('adds who is new, completes who is there, and leaves who says nothing new', () => {
    const there = contact('a', 'Example One', ['+12015550101'], { note: 'Here' });
    const intake = createIntake([there], later);
    expect(intake.take(draft('Example Two', ['+12015550102']))).toBe('added');
    expect(intake.take(draft('EXAMPLE ONE', ['+12015550101']))).toBe('known');
    expect(intake.take(draft('Example One', ['+12015550101', '+12015550103'], { note: 'New', organization: 'Studio' }))).toBe('completed');
    expect(intake.take(draft('Example One', ['+12015550103']))).toBe('known');
    expect(intake.take(draft('Example Two', ['+12015550104', '+12015550102']))).toBe('completed');
    // The same number is no reason to call one person by another's name; the same name alone is not the same person.
    expect(intake.take(draft('Somebody Else', ['+12015550101']))).toBe('added');
    expect(intake.take(draft('Example One', ['+12015550199']))).toBe('added');
    expect(intake.completed()).toEqual([
      {
        ...there,
        organization: 'Studio',
        note: 'Here\nNew',
        addresses: [{ address: '+12015550101' }, { address: '+12015550103' }],
        updatedAt: later,
      },
    ]);
    expect(intake.added().map(({ name, addresses }) => [name, addresses.length])).toEqual([
      ['Example Two', 2],
      ['Somebody Else', 1],
      ['Example One', 1],
    ]);
  });

  test('the second time finds nothing new, whatever the cards were', () => {
    const name = fc.constantFrom('Example', 'example', 'Éxample', 'Other', '例');
    const card = fc.record({
      name,
      addresses: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'), { minLength: 1, maxLength: 3 }),
      note: fc.constantFrom('', 'a', 'b'),
    });
    fc.assert(
      fc.property(fc.array(card, { maxLength: 12 }), (cards) => {
        const first = createIntake([], at);
        for (const each of cards) first.take(draft(each.name, each.addresses, { note: each.note }));
        const stored = first.added().map((added, index) => ({ ...added, id: String(index), createdAt: at, updatedAt: at }));
        const second = createIntake(stored, later);
        expect(stored.map((each) => second.take(each))).toEqual(stored.map(() => 'known'));
      }),
    );
  });

  test('ends at as many contacts as there may be', () => {
    const many = Array.from({ length: mostContacts }, (_, index) => contact(String(index), `Example ${index}`, [`+1${index}`]));
    const intake = createIntake(many, later);
    expect(intake.take(draft('One Too Many', ['+12015550101']))).toBe('too-many');
    expect(intake.take(draft('Example 7', ['+17']))).toBe('known');
  });
});
