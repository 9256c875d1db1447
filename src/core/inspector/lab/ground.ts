/**
 * What the replay lab works with besides what the inspector has.
 * @module
 */
import type { Line } from '../../../domain/line.ts';
import type { LabSender, Tunnel } from '../../ports.ts';
import type { Inspecting } from '../ground.ts';
import type { LabVisits } from './visits.ts';

export type LabOutside = {
  readonly visits: LabVisits;
  readonly labSender: LabSender;
  /** The address that leads here from the internet now, without the line's path; `undefined`: there is none for this line. */
  readonly publicBase: (line: Line) => string | undefined;
  /** Largest webhook body in bytes where the provider sets none. */
  readonly bodyLimit: number;
};

export type LabGround = Inspecting & LabOutside;

/** The practice line is reached on this computer only, and an address of a tunnel that is not open leads nowhere. */
export function publicBaseOf(tunnel: Pick<Tunnel, 'report'>): LabOutside['publicBase'] {
  return ({ provider }) => {
    const { state, publicUrl } = tunnel.report();
    const leadsHere = provider !== 'practice' && (state === 'up' || state === 'degraded');
    return leadsHere ? (publicUrl ?? undefined) : undefined;
  };
}
