/**
 * A carrier that does what a test tells it, when it tells it: for the order of things around a tunnel, not for any kind.
 * @module
 */
import { type TunnelFailureCode, tunnelFailure } from '../../../src/contract/tunnel-failures.ts';
import type { Carrier, CarrierEvents, Opened, OpenRequest } from '../../../src/tunnel/carrier.ts';

export type Attempt = {
  readonly request: OpenRequest;
  readonly events: CarrierEvents;
  open(publicUrl?: string): void;
  fail(code: TunnelFailureCode): void;
  /** How often the open tunnel was asked to prove itself. */
  checks(): number;
  /** How often it was closed; it is closed only when `closed` is called, where the carrier closes slowly. */
  closes(): number;
  closed(): void;
};

export type ScriptedCarrier = Carrier & { readonly attempts: Attempt[] };

export function scriptedCarrier({ restartable = true, slowToClose = false } = {}): ScriptedCarrier {
  const attempts: Attempt[] = [];
  return {
    name: 'a stand-in',
    restartable,
    attempts,
    open: (request) =>
      new Promise<Opened>((resolve) => {
        let checks = 0;
        let closes = 0;
        let closed: () => void = () => undefined;
        const whenClosed = new Promise<void>((done) => {
          closed = done;
        });
        attempts.push({
          request,
          events: request.events,
          open: (publicUrl = 'https://one.example.com') =>
            resolve({
              ok: true,
              value: {
                publicUrl,
                check: () => {
                  checks += 1;
                },
                close: () => {
                  closes += 1;
                  return slowToClose ? whenClosed : Promise.resolve();
                },
              },
            }),
          fail: (code) => resolve({ ok: false, error: tunnelFailure(code) }),
          checks: () => checks,
          closes: () => closes,
          closed,
        });
      }),
  };
}
