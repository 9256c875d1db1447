/**
 * The one thing to do about the reception as it is, so that the sentence that says so has a button that does it.
 * @module
 */
import type { TunnelFailureCode } from '../../src/contract/tunnel-failures.ts';
import type { TunnelStatus } from '../../src/contract/views.ts';

export type NextStep =
  | { readonly do: 'resume' | 'switch-on' | 'try-now' | 'check' | 'make-reachable' | 'compare-keys' | 'choose' }
  /** Something has to be entered: `field` is its path in the contract. */
  | { readonly do: 'enter'; readonly field: string };

/** `undefined`: it is under way, there is nothing to do but wait. */
export function nextStep({ reception, kind, state, failure, settings }: TunnelStatus): NextStep | undefined {
  switch (reception) {
    case 'paused':
      return { do: 'resume' };
    case 'receiving':
    case 'degraded':
      return { do: 'check' };
    case 'not-checked':
      return undefined;
    case 'not-reachable':
      if (kind === 'none') return { do: 'make-reachable' };
      if (state === 'off') return { do: 'switch-on' };
      if (state === 'up' || state === 'degraded') return { do: 'check' };
      return failure === undefined ? undefined : remedy(failure.code, kind, settings?.ssh?.preset === 'own-server');
  }
}

/** Whether the button says all there is to do, so that the sentence about it need not be repeated. */
export function saysItAll(step: NextStep | undefined): boolean {
  return step !== undefined && ['resume', 'switch-on', 'make-reachable', 'compare-keys'].includes(step.do);
}

function remedy(code: TunnelFailureCode, kind: TunnelStatus['kind'], isOwnServer: boolean): NextStep {
  switch (code) {
    case 'host-key-changed':
      return { do: 'compare-keys' };
    case 'key-refused':
      return { do: 'enter', field: isOwnServer ? 'ssh.user' : 'ssh.keyPath' };
    case 'key-unreadable':
    case 'key-not-a-key':
      return { do: 'enter', field: 'ssh.keyPath' };
    case 'passphrase-missing':
    case 'passphrase-wrong':
      return { do: 'enter', field: 'ssh.passphrase' };
    case 'not-understood':
      return isOwnServer ? { do: 'enter', field: 'ssh.host' } : { do: 'choose' };
    case 'socket-busy':
      return { do: 'enter', field: 'ssh.remote.path' };
    case 'token-missing':
    case 'token-wrong':
      return { do: 'enter', field: `${kind}.token` };
    case 'domain-not-yours':
      return { do: 'enter', field: 'ngrok.domain' };
    case 'program-not-found':
    case 'program-broken':
      return { do: 'enter', field: 'cloudflared.path' };
    case 'service-refused':
    case 'no-address':
    case 'quota-reached':
    case 'module-missing':
      return { do: 'choose' };
    default:
      // It ends by itself, or with something outside of Texttray: then trying again is all there is to do here.
      return { do: 'try-now' };
  }
}
