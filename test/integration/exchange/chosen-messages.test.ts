import { expect, test } from 'vitest';
import { type Choice, chosenConversations } from '../../../src/core/transfer/chosen-messages.ts';
import { inboundDraft, openTestStore } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const running = new AbortController().signal;

async function filled(count: number) {
  const { messages } = await openTestStore(await temporaryFolder());
  const add = (from: number, to: number) =>
    Promise.all(
      Array.from({ length: to - from }, (_, index) => {
        const number = from + index;
        return messages.append(
          inboundDraft({ body: `Text ${number}`, at: new Date(1_700_000_000_000 + number * 1_000).toISOString() }),
          [],
        );
      }),
    );
  await add(0, count);
  return { messages, add };
}

async function read(log: Awaited<ReturnType<typeof filled>>['messages'], choice: Choice, meanwhile?: () => Promise<unknown>) {
  const found: { readonly count: number; readonly bodies: string[] }[] = [];
  for await (const chosen of chosenConversations(log, choice, running)) {
    await meanwhile?.();
    const bodies: string[] = [];
    for await (const message of chosen.messages()) bodies.push(message.body);
    found.push({ count: chosen.count, bodies });
  }
  return found;
}

const bodies = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, index) => `Text ${from + index}`);

test('all messages of a conversation come oldest first, over as many pages as it has', async () => {
  const { messages } = await filled(450);
  expect(await read(messages, {})).toEqual([{ count: 450, bodies: bodies(0, 450) }]);
});

test('what arrives after it was counted is not among them, and displaces none', async () => {
  const { messages, add } = await filled(450);
  expect(await read(messages, {}, () => add(450, 900))).toEqual([{ count: 450, bodies: bodies(0, 450) }]);
});

test('a time is from a moment on, and before another', async () => {
  const { messages } = await filled(300);
  const at = (number: number): string => new Date(1_700_000_000_000 + number * 1_000).toISOString();
  expect(await read(messages, { from: at(100), to: at(260) })).toEqual([{ count: 160, bodies: bodies(100, 260) }]);
});

test('other lines and other conversations stay out', async () => {
  const { messages } = await filled(3);
  expect(await read(messages, { lineIds: ['l_other'] })).toEqual([]);
  expect(await read(messages, { conversationId: 'c_other' })).toEqual([]);
  expect(await read(messages, { lineIds: ['l_1'] })).toHaveLength(1);
});
