import { describe, expect, test } from 'vitest';
import { isInstalled, npmFailure } from '../../../scripts/lib/dependencies.mjs';
import { sum, totalsLine, totalsOf } from '../../../scripts/lib/totals.mjs';

const lock = (packages: Record<string, { version?: string; optional?: boolean }>) => ({ packages });

describe('whether everything is installed', () => {
  const wanted = lock({
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.2.3' },
    'node_modules/a-for-macos': { version: '1.2.3', optional: true },
  });

  test('is yes when each package is there in its version, and only optional ones are missing', () => {
    expect(isInstalled(wanted, lock({ 'node_modules/a': { version: '1.2.3' } }))).toBe(true);
  });

  test('is no when a version differs, a package is missing, or nothing was ever installed', () => {
    expect(isInstalled(wanted, lock({ 'node_modules/a': { version: '1.2.2' } }))).toBe(false);
    expect(isInstalled(wanted, lock({}))).toBe(false);
    expect(isInstalled(wanted, undefined)).toBe(false);
  });
});

describe('why an installation failed', () => {
  test('is one sentence that names the registry and what to do', () => {
    const output = [
      'npm error code ENOTFOUND',
      'npm error network request to https://registry.npmjs.org/zod failed, reason: getaddrinfo ENOTFOUND registry.npmjs.org',
    ].join('\n');
    expect(npmFailure(output)).toMatch(
      /^Texttray's parts could not be downloaded from https:\/\/registry\.npmjs\.org \(ENOTFOUND\): check .*\.$/,
    );
  });

  test('tells a full disk and a locked folder from a missing connection', () => {
    expect(npmFailure('npm error code ENOSPC')).toContain('disk is full');
    expect(npmFailure('npm error code EPERM')).toContain('may not write');
    expect(npmFailure('npm error code EUSAGE')).toContain('delete the folder node_modules');
  });
});

describe('the totals', () => {
  test('count a test file that could not be loaded as a failure', () => {
    const report = {
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'skipped' }, { status: 'todo' }] },
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(totalsOf(report)).toEqual({ passed: 2, failed: 2, skipped: 2 });
  });

  test('are one plain line over all kinds of tests', () => {
    expect(
      totalsLine(
        sum([
          { passed: 3, failed: 0, skipped: 1 },
          { passed: 4, failed: 2, skipped: 0 },
        ]),
      ),
    ).toBe('7 passed, 2 failed, 1 skipped');
  });
});
