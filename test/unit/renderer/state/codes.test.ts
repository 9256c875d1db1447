import { expect, test } from 'vitest';
import { createCodes } from '../../../../renderer/state/codes.ts';
import { createToasts } from '../../../../renderer/state/context.ts';
import { createWindowStore } from '../../../../renderer/state/store.ts';
import { settingsSchema } from '../../../../src/domain/settings.ts';
import { fakeCore, manualTimers } from '../fake-core.ts';

type Host = { readonly hasClipboard: boolean; readonly clearsAt?: string | null };

/** A window whose browser has a clipboard it may look into, or not. */
function setUp({ hasClipboard, clearsAt = null }: Host, tells = true) {
  const core = fakeCore({
    'codes.copy': () => ({ code: '482913', copied: hasClipboard, clearsAt }),
    'codes.latest': () => ({ code: null }),
    'codes.keep': () => ({}),
  });
  const store = createWindowStore();
  store.setState({ settings: settingsSchema.parse({}) });
  const timers = manualTimers();
  const desktop = { text: '' };
  const clipboard = {
    async write(text: string) {
      desktop.text = text;
    },
    peek: async () => (tells ? desktop.text : undefined),
  };
  const toasts = createToasts({ store, after: timers.after });
  const codes = createCodes({ store, call: core.bridge.call, after: timers.after, toasts, clipboard });
  return { core, timers, desktop, codes, toasts: () => store.getState().toasts };
}

test('where the host has the clipboard the window leaves its own alone, and says when the code goes', async () => {
  const { core, desktop, codes, toasts } = setUp({ hasClipboard: true, clearsAt: '2026-03-01T12:01:00.000Z' });
  await codes.copy('m');
  expect(desktop.text).toBe('');
  const [toast] = toasts();
  expect(toast).toMatchObject({ title: 'Code copied', text: 'It is taken out of the clipboard in 60 seconds.' });
  expect(JSON.stringify(toasts())).not.toContain('482913');
  toast?.action?.run();
  expect(core.asked.at(-1)).toMatchObject({ name: 'codes.keep' });
});

test('where it has none the window copies, and takes the code out again if it is still there', async () => {
  const { timers, desktop, codes, toasts } = setUp({ hasClipboard: false });
  await codes.copy('m');
  expect(desktop.text).toBe('482913');
  expect(toasts()[0]?.text).toBe('It is taken out of the clipboard in 60 seconds.');
  await timers.pass(60_000);
  expect(desktop.text).toBe('');

  await codes.copy('m');
  desktop.text = 'something else';
  await timers.pass(60_000);
  expect(desktop.text).toBe('something else');
});

test('a code that is kept stays', async () => {
  const { timers, desktop, codes, toasts } = setUp({ hasClipboard: false });
  await codes.copy('m');
  toasts()[0]?.action?.run();
  await timers.pass(600_000);
  expect(desktop.text).toBe('482913');
});

test('a browser that does not tell what is in its clipboard is promised nothing', async () => {
  const { timers, desktop, codes, toasts } = setUp({ hasClipboard: false }, false);
  await codes.copy('m');
  expect(toasts()[0]).not.toHaveProperty('text');
  await timers.pass(600_000);
  expect(desktop.text).toBe('482913');
});

test('that there is no code is said', async () => {
  const { codes, toasts } = setUp({ hasClipboard: true });
  await codes.copyLatest();
  expect(toasts()[0]).toMatchObject({ title: 'There is no code to copy', text: 'None came in the last 24 hours.' });
});
