/**
 * What a signature doctor might say: every outcome in turn, or the one that `?doctor=` names.
 * @module
 */
import type { Diagnosis, Finding } from '../../../src/contract/diagnosis.ts';
import { mistakeCodeSchema } from '../../../src/contract/diagnosis.ts';
import { refuse } from '../../../src/contract/errors.ts';
import type { Handlers, MethodName } from '../../../src/contract/methods.ts';
import { ok } from '../../../src/domain/result.ts';
import type { StandInState } from './state.ts';

type Names = Extract<MethodName, 'deliveries.diagnose' | 'deliveries.fix'>;

const tried = mistakeCodeSchema.options.map((mistake, index) => ({ mistake, ways: 1 + ((index * 7) % 23) }));
const took = { tried, tookMs: 18.4 };
const explained = (...findings: Finding[]): Diagnosis => ({ outcome: 'explained', findings, ...took });

const forUrl = (url: string): Readonly<Record<string, Diagnosis>> => {
  const plain = url.replace(/^https/, 'http');
  return {
    fix: explained({ mistakes: ['url-trailing-slash'], side: 'here', url: `${url}/`, fix: { kind: 'accept-url', url: `${url}/` } }),
    scheme: explained({ mistakes: ['url-scheme'], side: 'provider', url: plain }),
    provider: explained({ mistakes: ['encoding-space'], side: 'provider' }),
    between: explained({ mistakes: ['json-spacing'], side: 'between' }),
    paste: explained({ mistakes: ['url-path'], side: 'provider', url: `${url}/incoming/sms` }),
    pair: explained({
      mistakes: ['url-trailing-slash', 'encoding-marks'],
      side: 'here',
      url: `${url}/`,
      fix: { kind: 'accept-url', url: `${url}/` },
    }),
    secret: explained({ mistakes: ['secret-blanks'], side: 'here', fix: { kind: 'correct-secret' } }),
    line: explained(
      { mistakes: ['secret-of-line'], side: 'here', lineId: 'ink', fix: { kind: 'use-secret-of-line', lineId: 'ink' } },
      { mistakes: ['body-altered'], side: 'between', deliveryId: 'd1' },
    ),
    unexplained: { outcome: 'unexplained', findings: [], ...took },
    'valid-now': { outcome: 'valid-now', findings: [], tried: [], tookMs: 0.3 },
    'not-checked': { outcome: 'not-checked', findings: [], tried: [], tookMs: 0.1 },
    'no-secret': { outcome: 'no-secret', findings: [], tried: [], tookMs: 0.1 },
    'not-kept': { outcome: 'not-kept', findings: [], tried: [], tookMs: 0.1 },
  };
};

export function createDoctorAnswers(state: StandInState, asked: string | null): Pick<Handlers, Names> {
  const fixed = new Set<string>();
  return {
    'deliveries.diagnose': async ({ id }) => {
      const delivery = state.deliveries.find((other) => other.id === id);
      if (delivery === undefined) return refuse('not-found');
      const url = state.snapshot.lines.find((line) => line.id === delivery.lineId)?.webhookUrl ?? 'https://texts.example.com/hooks/x';
      const all = forUrl(url);
      const names = Object.keys(all);
      const place = state.deliveries.filter(({ verdict }) => verdict === 'rejected').indexOf(delivery);
      const name = fixed.has(id) ? 'valid-now' : (asked ?? names[place % names.length] ?? 'unexplained');
      return ok(all[name] ?? { outcome: 'unexplained', findings: [], ...took });
    },
    'deliveries.fix': async ({ id }) => {
      fixed.add(id);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return ok({ outcome: 'valid-now', findings: [], tried: [], tookMs: 0.3 });
    },
  };
}
