import { expect, test } from 'vitest';
import { readArguments } from '../../../electron/arguments.ts';

test('without arguments nothing is chosen for the user', () => {
  expect(readArguments([])).toEqual({ ok: true, value: { hidden: false } });
});

test('folder, port, address and hiding are read in both spellings', () => {
  const value = { hidden: true, dataFolder: '/data', receiverPort: 0, publicUrl: 'https://texts.example' };
  expect(readArguments(['--data-dir', '/data', '--hidden', '--receiver-port', '0', '--public-url', 'https://texts.example'])).toEqual({
    ok: true,
    value,
  });
  expect(readArguments(['--data-dir=/data', '--hidden', '--receiver-port=0', '--public-url=https://texts.example'])).toEqual({
    ok: true,
    value,
  });
});

test('arguments of Chromium and of the system are left alone', () => {
  expect(readArguments(['--ozone-platform=wayland', '--no-sandbox', '-psn_0_12345', 'texttray://x', '--hidden'])).toEqual({
    ok: true,
    value: { hidden: true },
  });
});

test.each([
  [['--data-dir'], 'folder'],
  [['--data-dir='], 'folder'],
  [['--receiver-port', 'eighty'], 'number'],
  [['--receiver-port', '65536'], 'number'],
  [['--receiver-port=-1'], 'number'],
  [['--receiver-port'], 'number'],
  [['--receiver-port='], 'number'],
])('%j is refused with a sentence', (args, word) => {
  const result = readArguments(args);
  expect(result).toEqual({ ok: false, error: expect.stringContaining(word) });
});
