import { expect, test } from 'vitest';
import { createCodeClipboard } from '../../../../src/core/codes/clipboard.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { silentLogger } from '../../../support/silent-logger.ts';

/** A clipboard as a system has one, and what is done with it. */
function desk(seconds = 60) {
  const clock = manualClock();
  const desktop = { text: 'what was there before', fails: false };
  const clipboard = {
    async write(text: string) {
      desktop.text = text;
    },
    async read() {
      if (desktop.fails) throw new Error('The clipboard is locked.');
      return desktop.text;
    },
  };
  return { clock, desktop, codes: createCodeClipboard({ clipboard, clearAfterSeconds: () => seconds, clock, logger: silentLogger }) };
}

/** Lets what was begun come to its end. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('a code is taken out when its time is over, and not before', async () => {
  const { clock, desktop, codes } = desk();
  expect(await codes.copy('123456')).toBe(clock.now() + 60_000);
  clock.advance(59_999);
  await settle();
  expect(desktop.text).toBe('123456');
  clock.advance(1);
  await settle();
  expect(desktop.text).toBe('');
});

test('what the user copied in between stays', async () => {
  const { clock, desktop, codes } = desk();
  await codes.copy('123456');
  desktop.text = 'a shopping list with 123456';
  clock.advance(60_000);
  await settle();
  expect(desktop.text).toBe('a shopping list with 123456');
});

test('a second code has its own time, and the first takes nothing away', async () => {
  const { clock, desktop, codes } = desk();
  await codes.copy('111111');
  clock.advance(50_000);
  await codes.copy('222222');
  clock.advance(50_000);
  await settle();
  expect(desktop.text).toBe('222222');
  clock.advance(10_000);
  await settle();
  expect(desktop.text).toBe('');
});

test('at the end of the app a code goes at once, and nothing else does', async () => {
  const first = desk();
  await first.codes.copy('123456');
  await first.codes.close();
  expect(first.desktop.text).toBe('');
  const second = desk();
  await second.codes.copy('123456');
  second.desktop.text = 'something else';
  await second.codes.close();
  expect(second.desktop.text).toBe('something else');
  const third = desk();
  await third.codes.close();
  expect(third.desktop.text).toBe('what was there before');
});

test('whoever says so keeps the code, for good', async () => {
  const { clock, desktop, codes } = desk();
  await codes.copy('123456');
  codes.keep();
  clock.advance(600_000);
  await codes.close();
  expect(desktop.text).toBe('123456');
  expect(clock.waiting()).toBe(0);
});

test('with zero seconds nothing is ever taken out', async () => {
  const { clock, desktop, codes } = desk(0);
  expect(await codes.copy('123456')).toBeNull();
  clock.advance(86_400_000);
  await codes.close();
  expect(desktop.text).toBe('123456');
});

test('a clipboard that cannot be read is left alone', async () => {
  const { clock, desktop, codes } = desk();
  await codes.copy('123456');
  desktop.fails = true;
  clock.advance(60_000);
  await settle();
  expect(desktop.text).toBe('123456');
});
