import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CommandOptions, runToEnd } from '../../support/command.ts';
import { recordingServer } from '../../support/recording-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const below = resolve(import.meta.dirname, '../../../src/domain');

/** As on a machine without network: nothing cached, a registry nobody listens at, nobody who could be asked. */
async function npx(words: readonly string[], options: CommandOptions = {}) {
  const environment = {
    npm_config_cache: join(await temporaryFolder(), 'cache'),
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_update_notifier: 'false',
    npm_config_loglevel: 'error',
  };
  return runToEnd('npx', ['texttray', ...words], { ...options, environment: { ...environment, ...options.environment } });
}

describe.skipIf(process.platform === 'win32')('npx texttray', () => {
  test('runs in this checkout without asking anything and without a registry', async () => {
    const ended = await npx(['--version']);
    expect([ended.code, ended.stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });

  test('hands on stdin, stdout and the exit code, and names files from where it was called', async () => {
    const server = await recordingServer();
    try {
      const words = [
        'send',
        '--provider',
        'receivesms-ink',
        '--url',
        server.url,
        '--secret',
        '-',
        '--body-file',
        'sample-texts.ts',
        '--json',
      ];
      const sent = await npx(words, { stdin: 'a secret\n', cwd: below });
      expect(sent.code).toBe(0);
      expect(JSON.parse(sent.stdout)).toMatchObject({ outcome: 'accepted', status: 204 });
      server.answer({ status: 401 });
      expect((await npx(words, { stdin: 'a secret\n', cwd: below })).code).toBe(1);
      expect(server.requests[0]?.body).toContain('sampleTexts');
    } finally {
      await server.close();
    }
  });
});
