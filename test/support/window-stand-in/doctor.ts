/**
 * What the doctor would say of the made-up deliveries: each kind of answer once.
 * @module
 */
import type { Diagnosis } from '../../../src/contract/diagnosis.ts';
import { refuse } from '../../../src/contract/errors.ts';
import type { Handlers } from '../../../src/contract/methods.ts';
import type { DeliveryView } from '../../../src/contract/views.ts';
import { ok } from '../../../src/domain/result.ts';
import type { StandInState } from './state.ts';

const tried: Diagnosis['tried'] = [
  { mistake: 'url-scheme', ways: 6 },
  { mistake: 'url-trailing-slash', ways: 4 },
  { mistake: 'encoding-space', ways: 9 },
  { mistake: 'secret-blanks', ways: 11 },
  { mistake: 'secret-of-line', ways: 3 },
  { mistake: 'json-spacing', ways: 13 },
  { mistake: 'form-base64', ways: 1 },
];

/** A delivery that was mended verifies from then on. */
export function createDoctorAnswers(state: StandInState): Pick<Handlers, 'deliveries.diagnose' | 'deliveries.fix'> {
  const mended = new Set<string>();
  const diagnose = (delivery: DeliveryView): Diagnosis => {
    if (mended.has(delivery.id)) return { outcome: 'valid-now', findings: [], tried: [], tookMs: 0.2 };
    return { outcome: 'unexplained', findings: [], tried, tookMs: 41.3, ...saidOf(delivery, state) };
  };
  return {
    async 'deliveries.diagnose'({ id }) {
      const delivery = state.deliveries.find((other) => other.id === id);
      return delivery ? ok(diagnose(delivery)) : refuse('not-found');
    },
    async 'deliveries.fix'({ id }) {
      const delivery = state.deliveries.find((other) => other.id === id);
      if (delivery === undefined) return refuse('not-found');
      mended.add(id);
      return ok(diagnose(delivery));
    },
  };
}

function saidOf({ id, reason, path }: DeliveryView, { deliveries }: StandInState): Partial<Diagnosis> {
  const wrong = deliveries.filter((delivery) => delivery.reason === 'signature-wrong');
  switch (reason) {
    case 'signature-wrong': {
      if (wrong.findIndex((delivery) => delivery.id === id) > 0) return {};
      const url = `https://texts.example.com${path}/`;
      return {
        outcome: 'explained',
        findings: [{ mistakes: ['url-trailing-slash'], side: 'here', url, fix: { kind: 'accept-url', url } }],
      };
    }
    case 'signature-missing':
      return { outcome: 'explained', findings: [{ mistakes: ['header-missing'], side: 'provider', header: 'X-CloudVNO-Signature' }] };
    case 'signature-malformed':
      return {
        outcome: 'explained',
        findings: [
          { mistakes: ['secret-of-field', 'form-base64'], side: 'here', field: 'apiKey', fix: { kind: 'swap-fields', field: 'apiKey' } },
        ],
      };
    default:
      return { outcome: 'not-checked', tried: [] };
  }
}
