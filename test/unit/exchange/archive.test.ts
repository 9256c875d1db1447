import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArchiveEntry } from '../../../src/core/ports.ts';
import { noFlags } from '../../../src/domain/conversation.ts';
import type { Message } from '../../../src/domain/message.ts';
import { writeArchive } from '../../../src/exchange/archive/write.ts';
import { archiveOf, memoryFile, now } from '../../support/read-backup.ts';

const line: ArchiveEntry = {
  kind: 'line',
  line: {
    id: 'l_1',
    provider: 'cloudvno',
    label: 'Mine',
    number: '+12025550100',
    webhookPath: `/hooks/${'a'.repeat(22)}`,
    publicUrls: [],
    createdAt: '2026-01-01T00:00:00.000Z',
  },
};
const conversation: ArchiveEntry = {
  kind: 'conversation',
  conversation: { ...noFlags, lineId: 'l_1', peer: '+14155550100', pinned: true },
};
const picture = Buffer.from(Array.from({ length: 500_000 }, (_, index) => (index * 13) % 251));

function message(changes: Partial<Message> = {}): ArchiveEntry {
  return {
    kind: 'message',
    message: {
      id: 'm_1',
      sequence: 7,
      lineId: 'l_1',
      conversationId: 'c_1',
      peer: '+14155550100',
      direction: 'inbound',
      body: 'Hi',
      at: '2026-03-01T12:00:00.000Z',
      status: 'received',
      ...changes,
    },
  };
}

async function written(entries: readonly ArchiveEntry[]): Promise<string> {
  const { file, content } = memoryFile();
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield picture.subarray(0, 200_001);
    yield picture.subarray(200_001);
  }
  const writer = writeArchive(file, { now, version: '1', readMedia: async () => bytes() });
  for (const entry of entries) await writer.entry(entry);
  await writer.end();
  return content().toString();
}

test('what is written is read as it was, however the file is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }),
      fc.integer({ min: 1, max: 3_000 }),
      async (bodies, size) => {
        const entries = [line, conversation, ...bodies.map((body, index) => message({ id: `m_${index}`, body: body.toWellFormed() }))];
        const { entries: read, problems } = await archiveOf(await written(entries), size);
        expect(problems).toEqual([]);
        expect(read).toEqual(entries);
      },
    ),
    { numRuns: 50 },
  );
});

test('attachments come along once, byte for byte, under the names they get here', async () => {
  const media = [{ state: 'stored' as const, file: 'theirs', type: 'image/png', bytes: picture.length, name: 'a.png' }];
  const content = await written([line, message({ media }), message({ id: 'm_2', media })]);
  expect(content.split('"kind":"media"')).toHaveLength(2);
  const { entries, problems, kept } = await archiveOf(content, 10_000);
  expect(problems).toEqual([]);
  expect([...kept.values()].map((bytes) => bytes.equals(picture))).toEqual([true]);
  expect(entries.flatMap((entry) => (entry.kind === 'message' ? entry.message.media : []))).toMatchObject([
    { file: 'm0', name: 'a.png' },
    { file: 'm0' },
  ]);
});

test('a file name of an archive is never taken for one of ours', async () => {
  const media = [
    { state: 'stored' as const, file: '../../store/lock' },
    { file: '/etc/passwd' },
    { state: 'waiting' as const, url: 'http://192.168.0.1/', file: 'x' },
  ];
  const text = (await written([line, message()])).replace('"status":"received"', `"status":"received","media":${JSON.stringify(media)}`);
  const { entries } = await archiveOf(text);
  const [, read] = entries;
  expect(read?.kind === 'message' && read.message.media).toEqual([
    { state: 'failed', reason: 'missing' },
    {},
    { state: 'failed', reason: 'missing', url: 'http://192.168.0.1/' },
  ]);
});

test.each([
  ['no JSON', '{"kind":"message",', 'entry-unreadable', true],
  ['a text without a body', '{"kind":"message","message":{"id":"x"}}', 'entry-unreadable', true],
  ['a contact that is none', '{"kind":"contact","contact":7}', 'entry-unreadable', false],
  ['a thing of the future', '{"kind":"poll","poll":{}}', 'entry-unknown', false],
  ['a list', '[1,2,3]', 'entry-unknown', false],
  ['a prototype', '{"kind":"__proto__"}', 'entry-unknown', false],
])('%s costs itself only', async (_what, bad, code, lost) => {
  const lines = (await written([line, message()])).split('\n');
  const { entries, problems } = await archiveOf(lines.toSpliced(2, 0, bad).join('\n'));
  expect(entries).toEqual([line, message()]);
  expect(problems).toMatchObject([{ code, lost, line: 3 }]);
});

test('a line of many megabytes is passed over', async () => {
  const lines = (await written([line, message()])).split('\n');
  const { entries, problems } = await archiveOf(lines.toSpliced(2, 0, `{"kind":"message","x":"${'y'.repeat(9_000_000)}"}`).join('\n'));
  expect(entries).toHaveLength(2);
  expect(problems).toMatchObject([{ code: 'value-too-long', line: 3 }]);
});

test('cut off anywhere it ends, and says that it is cut off', async () => {
  const media = [{ state: 'stored' as const, file: 'f', type: 'image/png', bytes: 9 }];
  const whole = Buffer.from(await written([line, message({ media }), message({ id: 'm_2', body: 'Grüße 😀' })]));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 40 }), async (length) => {
      const { problems } = await archiveOf(whole.subarray(0, length), 50_000);
      expect(problems.map(({ code }) => code)).toContain('truncated');
    }),
    { numRuns: 60 },
  );
});
