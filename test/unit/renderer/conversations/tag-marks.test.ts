import { expect, test } from 'vitest';
import { marksOf, matching, tagChanges } from '../../../../renderer/conversations/tag-marks.ts';

test('a tag is on all of several conversations, or on some', () => {
  expect(marksOf([['clients', 'later'], ['clients']])).toEqual(
    new Map([
      ['clients', 'all'],
      ['later', 'some'],
    ]),
  );
});

test('only what was really changed is changed', () => {
  const before = marksOf([['clients', 'later'], ['clients']]);
  expect(tagChanges(before, new Map())).toBeUndefined();
  expect(tagChanges(before, new Map([['clients', true]]))).toBeUndefined();
  expect(tagChanges(before, new Map([['new', false]]))).toBeUndefined();
  expect(
    tagChanges(
      before,
      new Map([
        ['clients', false],
        ['later', true],
        ['new', true],
      ]),
    ),
  ).toEqual({ addTags: ['later', 'new'], removeTags: ['clients'] });
});

test('tags that begin with what was typed come first, whatever the case', () => {
  expect(matching(['Invoices', 'clients', 'old clients', 'CLIMBING'], 'cli')).toEqual(['clients', 'CLIMBING', 'old clients']);
});
