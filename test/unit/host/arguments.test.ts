import { describe, expect, it } from 'vitest';
import { parseArguments, usage, usualReceiverPort } from '../../../src/host/arguments.ts';

describe('the command line', () => {
  it('may be empty', () => {
    expect(parseArguments([])).toEqual({
      ok: true,
      value: { dataFolder: undefined, receiverPort: usualReceiverPort, uiPort: undefined, publicUrl: undefined },
    });
  });

  it('names folder, ports and public address, with a space or an equals sign', () => {
    const value = { dataFolder: '/data', receiverPort: 0, uiPort: 65_535, publicUrl: 'https://sms.example' };
    const spaced = ['--data-dir', '/data', '--receiver-port', '0', '--ui-port', '65535', '--public-url', 'https://sms.example'];
    const joined = ['--data-dir=/data', '--receiver-port=0', '--ui-port=65535', '--public-url=https://sms.example'];
    expect(parseArguments(spaced)).toEqual({ ok: true, value });
    expect(parseArguments(joined)).toEqual({ ok: true, value });
  });

  it('may ask for help, which names every option', () => {
    expect(parseArguments(['--help'])).toEqual({ ok: true, value: 'help' });
    for (const option of ['--data-dir', '--receiver-port', '--ui-port', '--public-url', '--help']) expect(usage).toContain(option);
  });

  it.each([
    [['--receiver-port', 'http'], '--receiver-port must be a number from 0 to 65535, not "http".'],
    [['--ui-port', '65536'], '--ui-port must be a number from 0 to 65535, not "65536".'],
    [['--ui-port', '1.5'], '--ui-port must be a number from 0 to 65535, not "1.5".'],
    [['--ui-port='], '--ui-port must be a number from 0 to 65535, not "".'],
    [['--data-dir='], '--data-dir needs a folder.'],
    [['--public-url', 'sms.example'], '--public-url must be an https address, not "sms.example".'],
  ])('says what is wrong with %j', (argv, message) => {
    expect(parseArguments(argv)).toEqual({ ok: false, error: message });
  });

  it.each([[['--port', '1']], [['folder']], [['--data-dir']], [['--data-dir', '--help']]])('does not guess at %j', (argv) => {
    expect(parseArguments(argv).ok).toBe(false);
  });
});
