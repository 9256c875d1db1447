/**
 * The contract's `deliveries.diagnose|fix`: asked by the window only. What is found is told to it and nobody else, kept
 * nowhere and never logged; the receiver does not know that there is a doctor.
 * @module
 */
import type { Diagnosis, Fix } from '../../contract/diagnosis.ts';
import { type Answered, refuse } from '../../contract/errors.ts';
import type { Delivery, DeliveryReason } from '../../domain/delivery.ts';
import type { Line } from '../../domain/line.ts';
import { ok } from '../../domain/result.ts';
import type { Part } from '../ground.ts';
import type { Examination, Remedy } from '../ports.ts';
import { collectEvidence, lastProven } from './doctor-evidence.ts';
import type { Inspecting } from './ground.ts';

export type DoctorNames = 'deliveries.diagnose' | 'deliveries.fix';

/** Of how many deliveries it is remembered what was proven last. */
const mostProven = 50;

/** What a delivery is refused for when its proof is wrong. */
const reasons: ReadonlySet<DeliveryReason | undefined> = new Set<DeliveryReason>([
  'signature-missing',
  'signature-malformed',
  'signature-wrong',
  'authorization-missing',
  'authorization-wrong',
  'secret-missing',
]);

export function createDoctorHandlers(ground: Inspecting): Part<DoctorNames>['handlers'] {
  const { deliveries, credentials, lines, doctor, clock, reconnected } = ground;
  /** One examination of a delivery at a time. */
  const running = new Map<string, Promise<Examination>>();
  /** The fixes the last diagnosis of a delivery offered; without anything secret. */
  const proven = new Map<string, readonly Fix[]>();

  const withoutFindings = (outcome: Diagnosis['outcome']): Examination => ({
    diagnosis: { outcome, findings: [], tried: [], tookMs: 0 },
    remedies: [],
  });

  const look = async (delivery: Delivery): Promise<Examination> => {
    if (delivery.verdict !== 'rejected' || !reasons.has(delivery.reason)) return withoutFindings('not-checked');
    const evidence = await collectEvidence(ground, delivery);
    if (evidence === undefined) return withoutFindings('no-secret');
    const examination = await doctor.diagnose(evidence);
    if (!examination.remedies.some((remedy) => remedy.credentials !== undefined)) return examination;
    const provenAt = await lastProven(ground, evidence, delivery.lineId);
    return provenAt === undefined ? examination : { ...examination, diagnosis: { ...examination.diagnosis, provenAt } };
  };

  const examine = (delivery: Delivery): Promise<Examination> => {
    const present = running.get(delivery.id);
    if (present !== undefined) return present;
    const examination = look(delivery).finally(() => running.delete(delivery.id));
    running.set(delivery.id, examination);
    return examination;
  };

  const remember = (id: string, { remedies }: Examination): void => {
    proven.delete(id);
    if (remedies.length > 0)
      proven.set(
        id,
        remedies.map(({ fix }) => fix),
      );
    for (const oldest of proven.keys()) if (proven.size > mostProven) proven.delete(oldest);
  };

  const diagnose = async (delivery: Delivery): Promise<Answered<Diagnosis>> => {
    const examination = await examine(delivery);
    remember(delivery.id, examination);
    return ok(examination.diagnosis);
  };

  const apply = async (line: Line, { url, credentials: changed }: Remedy): Promise<Answered<Line>> => {
    if (changed !== undefined) {
      const saved = await credentials.save(line.id, changed);
      if (!saved.ok) return saved;
    }
    if (url !== undefined) await lines.acceptUrl(line.id, url, new Date(clock.now()).toISOString());
    return ok(lines.active(line.id) ?? line);
  };

  return {
    async 'deliveries.diagnose'({ id }) {
      const delivery = await deliveries.get(id);
      return delivery === undefined ? gone() : diagnose(delivery);
    },
    async 'deliveries.fix'({ id, fix }) {
      const delivery = await deliveries.get(id);
      if (delivery === undefined) return gone();
      const line = lines.active(delivery.lineId);
      if (line === undefined) return refuse('line-not-found');
      if (proven.get(id)?.some((each) => isSame(each, fix)) !== true) return notProven();
      // Proven anew with what is known now: the secrets may have been changed since.
      const { remedies } = await examine(delivery);
      const remedy = remedies.find((each) => isSame(each.fix, fix));
      if (remedy === undefined) return notProven();
      const applied = await apply(line, remedy);
      if (!applied.ok) return applied;
      reconnected(applied.value, remedy.credentials !== undefined);
      return diagnose(delivery);
    },
  };
}

const gone = () => refuse('not-found', { message: 'This delivery is older than the app keeps them.' });
const notProven = () =>
  refuse('invalid-input', { message: 'Only what was just proven can be put right.', action: 'Look at this delivery again' });

function isSame(one: Fix, other: Fix): boolean {
  const pairs = (fix: Fix): string => JSON.stringify(Object.entries(fix).sort(([first], [second]) => (first < second ? -1 : 1)));
  return pairs(one) === pairs(other);
}
