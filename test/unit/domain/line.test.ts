import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptPublicUrls, type Line, lineSchema, webhookPathSchema, withAcceptedUrl, withPublicUrl } from '../../../src/domain/line.ts';

const line: Line = {
  id: 'l1',
  provider: 'cloudvno',
  label: 'Work',
  number: '+14155551234',
  webhookPath: '/hooks/abcdefghijklmnopqrstuv',
  publicUrls: [],
  createdAt: '2026-03-01T12:00:00.000Z',
};
const since = '2026-03-02T12:00:00.000Z';
const urlsOf = ({ publicUrls }: Line) => publicUrls.map(({ url }) => url);

test('a new public URL comes first, the same one again changes nothing, an older one comes back to the front', () => {
  const one = withPublicUrl(line, 'https://one', since);
  const two = withPublicUrl(one, 'https://two', since);
  expect(urlsOf(two)).toEqual(['https://two', 'https://one']);
  expect(withPublicUrl(two, 'https://two', '2026-03-03T12:00:00.000Z')).toBe(two);
  expect(urlsOf(withPublicUrl(two, 'https://one', since))).toEqual(['https://one', 'https://two']);
  expect(line.publicUrls).toEqual([]);
});

test('a URL that is accepted as well comes behind the newest, and one that is known changes nothing', () => {
  const two = withPublicUrl(withPublicUrl(line, 'https://one', since), 'https://two', since);
  expect(urlsOf(withAcceptedUrl(two, 'https://three', since))).toEqual(['https://two', 'https://three', 'https://one']);
  expect(withAcceptedUrl(two, 'https://one', since)).toBe(two);
  expect(urlsOf(withAcceptedUrl(line, 'https://one', since))).toEqual(['https://one']);
  const full = Array.from({ length: 12 }, (_, index) => `https://${index}`).reduce(
    (present, url) => withPublicUrl(present, url, since),
    line,
  );
  expect(urlsOf(withAcceptedUrl(full, 'https://more', since))).toHaveLength(keptPublicUrls);
});

test('the last ten different public URLs are kept, newest first', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.nat(15).map((number) => `https://host-${number}.example.test`),
        { maxLength: 40 },
      ),
      (urls) => {
        const after = urls.reduce((present, url) => withPublicUrl(present, url, since), line);
        expect(urlsOf(after)).toEqual([...new Set(urls.toReversed())].slice(0, keptPublicUrls));
        expect(lineSchema.safeParse(after).success).toBe(true);
      },
    ),
  );
});

test.each([
  '/hooks/abc',
  '/hooks/abcdefghijklmnopqrstuv/',
  '/hooks/abcdefghijklmnopqrst.v',
  '/hook/abcdefghijklmnopqrstuv',
  'x/hooks/abcdefghijklmnopqrstuv',
  '/hooks/abcdefghijklmnopqrstuv\n',
])('%j is no webhook path', (path) => {
  expect(webhookPathSchema.safeParse(path).success).toBe(false);
});
