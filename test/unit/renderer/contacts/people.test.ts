import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../../support/english.ts';
import { countries } from '../../../../renderer/contacts/countries.ts';
import { findContacts, suggestRecipients } from '../../../../renderer/contacts/find.ts';
import { likenessIn, nameOf } from '../../../../renderer/contacts/name.ts';
import { inOrder, letterOf } from '../../../../renderer/contacts/order.ts';
import { keepContacts } from '../../../../renderer/state/lists.ts';
import { initialState } from '../../../../renderer/state/model.ts';
import type { Contact } from '../../../../src/domain/contact.ts';
import { canBeAnswered } from '../../../../src/domain/peer.ts';

const { labelWords, whatItIs } = await import('../../../../renderer/contacts/words.ts');

const at = '2026-03-01T12:00:00.000Z';
const contact = (name: string, addresses: readonly string[], changes: Partial<Contact> = {}): Contact => ({
  id: name,
  name,
  note: '',
  addresses: addresses.map((address) => ({ address })),
  createdAt: at,
  updatedAt: at,
  ...changes,
});

const people = [
  contact('Zoë Example', ['+12025550101']),
  contact('Example One', ['+12025550143', '+33639985502'], { organization: 'Studio Zebra' }),
  contact('Bank', ['EXBANK', '72345']),
  contact('example two', ['+441632960006']),
  contact('例', ['+12025550102']),
  contact('1st Aid', ['+12025550103']),
];
const names = (found: readonly Contact[]): string[] => found.map(({ name }) => name);

describe('a list of contacts', () => {
  test('is in the order of names as people read them, under their letters', () => {
    const ordered = inOrder(people);
    expect(names(ordered)).toEqual(['1st Aid', 'Bank', 'Example One', 'example two', 'Zoë Example', '例']);
    expect(ordered.map(letterOf)).toEqual(['#', 'B', 'E', 'E', 'Z', '…']);
  });

  test.each([
    ['zoe', ['Zoë Example']],
    ['EXAMPLE', ['Zoë Example', 'Example One', 'example two']],
    ['zebra', ['Example One']],
    ['exbank', ['Bank']],
    ['5550143', ['Example One']],
    ['(202) 555', ['Zoë Example', 'Example One', '例', '1st Aid']],
    ['06 39 98', ['Example One']],
    ['+44 16', ['example two']],
    ['例', ['例']],
    ['nobody', []],
  ])('is searched for %j', (query, found) => {
    expect(names(findContacts(people, query))).toEqual(found);
  });

  test('is whole while nothing is searched for, and any search finds a part of it', () => {
    expect(findContacts(people, ' ')).toBe(people);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (query) => {
        for (const found of findContacts(people, query)) expect(people).toContain(found);
      }),
    );
  });
});

test('recipients are suggested with their addresses that can be texted, the best names first', () => {
  const suggest = (query: string) =>
    suggestRecipients(people, query, { most: 8, canText: canBeAnswered }).map(({ contact: { name }, address }) => `${name} ${address}`);
  expect(suggest('ex')).toEqual([
    'Example One +12025550143',
    'Example One +33639985502',
    'example two +441632960006',
    'Zoë Example +12025550101',
    'Bank 72345',
  ]);
  expect(suggest('')).toEqual([]);
  expect(suggestRecipients(people, 'e', { most: 2, canText: canBeAnswered })).toHaveLength(2);
});

test('everybody is called by name, everybody else by number as at home, and a pretender is known', () => {
  const state = { ...initialState, ...keepContacts(people), lines: [] };
  expect(nameOf(state, '+12025550143')).toBe('Example One');
  expect(nameOf(state, '+12025550199')).toBe('+1 202 555 0199');
  expect(nameOf(state, 'PARCELS')).toBe('PARCELS');
  expect(likenessIn(state, 'ЕХAMPLE ОNE')).toMatchObject({ kind: 'contact', contact: { name: 'Example One' } });
  expect(likenessIn(state, '+12025550143')).toBeUndefined();
});

test('what somebody is stands under the name, and kinds of numbers are said in words', () => {
  expect(whatItIs({ name: 'Example', address: '(202) 555-0143', kind: 'e164' })).toBe('(202) 555-0143');
  expect(whatItIs({ name: '(202) 555-0143', address: '(202) 555-0143', kind: 'e164' })).toBeUndefined();
  expect(whatItIs({ name: '72345', address: '72345', kind: 'short-code' })).toBe('Short code');
  expect(whatItIs({ name: 'PARCELS', address: 'PARCELS', kind: 'alphanumeric' })).toBe('Sender’s name, not a number');
  expect(whatItIs({ name: '02010000005', address: '02010000005', kind: 'alphanumeric' })).toBeUndefined();
  expect([labelWords('mobile'), labelWords('Summer house'), labelWords('constructor')]).toEqual(['Mobile', 'Summer house', 'constructor']);
});

test('every country has a name, in the order of the language', () => {
  const all = countries();
  expect(all.length).toBeGreaterThan(200);
  expect(all.find(({ value }) => value === 'DE')?.label).toBe('Germany');
  expect(all.map(({ label }) => label)).toEqual(all.map(({ label }) => label).toSorted(new Intl.Collator('en-US').compare));
});
