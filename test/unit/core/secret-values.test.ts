import { describe, expect, it } from 'vitest';
import { secretValuesNow } from '../../../src/core/secret-values.ts';
import type { Line, ProviderName } from '../../../src/domain/line.ts';
import { provider } from '../../support/providers.ts';

const stored: Record<string, Record<string, string>> = {
  spire: { authHeader: 'Bearer opensesame', apiBaseUrl: 'https://api.example.com', secret: 'key' },
  ink: { webhookSecret: 'whsec_0123456789' },
};

function line(id: string, name: ProviderName): Line {
  return { id, label: id, number: '+12025550100', provider: name, webhookPath: `/hooks/${id}`, publicUrls: [], createdAt: '' } as Line;
}

const isSecret = secretValuesNow({
  lines: {
    all: () => [line('spire', 'cloudspire'), line('ink', 'receivesms-ink'), line('locked', 'cloudvno')],
    provider: ({ provider: name }) => provider(name),
  },
  credentials: { of: (id) => stored[id] },
});

describe('the value of a header is a secret', () => {
  it.each([
    'Bearer opensesame',
    'opensesame',
    ' opensesame ',
    '"opensesame"',
    'Token opensesame',
    'sha256=whsec_0123456789',
    "'whsec_0123456789'",
    'v1,whsec_0123456789',
    't=1,v1=0123456789',
    '0123456789',
    'Basic user:opensesame',
  ])('when it is one of a line in whatever spelling: %s', (value) => expect(isSecret(value)).toBe(true));

  it.each(['', 'Bearer', 'opensesam', 'key', 'https://api.example.com', 'sha256=0badc0de', 'keep-alive', 'a=b=c', 'Bearer ', '='])(
    'but not what is none: %s',
    (value) => expect(isSecret(value)).toBe(false),
  );
});
