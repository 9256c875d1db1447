import { describe, expect, test } from 'vitest';
import { nextStep, saysItAll } from '../../../../renderer/reception/next-step.ts';
import { settingsFor, storedValues, type Way } from '../../../../renderer/reception/ways.ts';
import { type TunnelFailureCode, tunnelFailure, tunnelFailureCodes } from '../../../../src/contract/tunnel-failures.ts';
import type { TunnelStatus } from '../../../../src/contract/views.ts';
import { aSnapshot } from '../builders.ts';

const status = (changes: Partial<TunnelStatus>): TunnelStatus => ({ ...aSnapshot(1).tunnel, ...changes });

const failing = (code: TunnelFailureCode, changes: Partial<TunnelStatus> = {}): TunnelStatus =>
  status({ kind: 'ssh', state: 'failed', failure: tunnelFailure(code), ...changes });

test.each([
  [status({ kind: 'ssh', state: 'up', reception: 'paused' }), 'resume'],
  [status({ kind: 'none' }), 'make-reachable'],
  [status({ kind: 'ngrok', state: 'off' }), 'switch-on'],
  [status({ kind: 'own-url', state: 'up' }), 'check'],
  [status({ kind: 'own-url', state: 'up', reception: 'receiving' }), 'check'],
  [status({ kind: 'ssh', state: 'degraded', reception: 'degraded' }), 'check'],
  [failing('host-key-changed'), 'compare-keys'],
  [failing('refused', { state: 'reconnecting' }), 'try-now'],
] as const)('there is one thing to do: %#', (tunnel, expected) => {
  expect(nextStep(tunnel)?.do).toBe(expected);
});

test('what is under way needs nothing but patience', () => {
  expect(nextStep(status({ kind: 'ssh', state: 'connecting' }))).toBeUndefined();
  expect(nextStep(status({ kind: 'ssh', state: 'up', reception: 'not-checked' }))).toBeUndefined();
});

describe('for every way a tunnel can fail', () => {
  const kinds: Readonly<Record<string, readonly [TunnelStatus['kind'], Way]>> = {
    ssh: ['ssh', 'own-server'],
    ngrok: ['ngrok', 'ngrok'],
    cloudflared: ['cloudflared', 'cloudflared'],
  };
  test.each(tunnelFailureCodes)('%s has a button, and one that asks to enter something names a field there is', (code) => {
    for (const [kind] of Object.values(kinds)) {
      expect(nextStep(failing(code, { kind }))).toBeDefined();
    }
    const settings = {
      ssh: { preset: 'own-server', hasPassphrase: false },
      ngrok: { hasToken: false },
      cloudflared: { hasToken: false },
      former: { ssh: {} },
    } as const;
    const step = nextStep(failing(code, { settings, kind: code.startsWith('token') ? 'ngrok' : 'ssh' }));
    if (step?.do !== 'enter') return;
    const [, way] = kinds[step.field.split('.')[0] ?? ''] ?? ['none', 'none'];
    const secrets = ['ssh.passphrase', 'ngrok.token', 'cloudflared.token'];
    const known = [...Object.keys(storedValues(way, { kind: 'none', publicUrl: null })), ...secrets];
    expect(known).toContain(step.field);
    expect(settingsFor(way, {})).toBeDefined();
  });
});

test('a sentence is only left out when its button says the same', () => {
  expect(saysItAll(nextStep(status({ kind: 'none' })))).toBe(true);
  expect(saysItAll(nextStep(failing('token-wrong', { kind: 'ngrok' })))).toBe(false);
  expect(saysItAll(undefined)).toBe(false);
});
