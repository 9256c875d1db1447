/**
 * How texts get here: the tunnel, pausing, where providers are pointed, and the ledger of when texts could arrive.
 * @module
 */
import type { Answered } from '../../src/contract/errors.ts';
import type { MethodInput } from '../../src/contract/methods.ts';
import type { RegistrationView } from '../../src/contract/reachability.ts';
import type { TunnelStatus } from '../../src/contract/views.ts';
import type { ActionContext } from './context.ts';
import type { ReachRange } from './model.ts';

export function createReception({ store, call, toasts }: ActionContext) {
  /** Takes over what the core answered; a failure is for whoever asked. */
  async function taken(answering: Promise<Answered<TunnelStatus>>): Promise<Answered<TunnelStatus>> {
    const answer = await answering;
    if (answer.ok) store.setState({ tunnel: answer.value });
    return answer;
  }

  /** The same where no form stands beside the failure. */
  async function reported(answering: Promise<Answered<TunnelStatus>>): Promise<void> {
    const answer = await taken(answering);
    if (!answer.ok) toasts.report(answer.error);
  }

  const configure = (settings: MethodInput<'tunnel.configure'>) => taken(call('tunnel.configure', settings));
  /** The recommended way for those who have none: it needs no account and nothing installed. */
  const makeReachable = () => reported(call('tunnel.configure', { kind: 'ssh', ssh: { preset: 'localhost.run' } }));
  /** Switches the tunnel on, or tries it again at once. */
  const start = () => reported(call('tunnel.start', {}));
  const stop = () => reported(call('tunnel.stop', {}));
  const check = () => reported(call('reception.check', {}));
  const pause = () => reported(call('reception.pause', {}));
  const resume = () => reported(call('reception.resume', {}));
  const acceptHostKey = (fingerprint: string) => reported(call('tunnel.acceptHostKey', { fingerprint }));

  async function loadHistory(days: ReachRange): Promise<void> {
    const answer = await call('reception.history', { days });
    store.setState(({ reach }) =>
      answer.ok
        ? { reach: { histories: { ...reach.histories, [days]: answer.value }, failure: null } }
        : { reach: { ...reach, failure: answer.error } },
    );
  }

  /** What the core now knows of a line's registration is shown at once; the line itself follows as a change. */
  async function registered(answering: Promise<Answered<RegistrationView>>): Promise<void> {
    const answer = await answering;
    if (!answer.ok) return toasts.report(answer.error);
    const registration = answer.value;
    store.setState(({ lines }) => ({
      lines: lines.map((line) => (line.id === registration.lineId ? { ...line, registration } : line)),
    }));
  }

  const register = (id: string) => registered(call('lines.register', { id }));
  const checkRegistration = (id: string) => registered(call('lines.checkRegistration', { id }));
  const restoreRegistration = (id: string) => registered(call('lines.restoreRegistration', { id }));

  return {
    configure,
    makeReachable,
    start,
    stop,
    check,
    pause,
    resume,
    acceptHostKey,
    loadHistory,
    register,
    checkRegistration,
    restoreRegistration,
  };
}
