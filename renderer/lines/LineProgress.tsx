import type { LineView, TunnelStatus } from '../../src/contract/views.ts';
import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './LineProgress.module.css';

const words = texts.reception.done;

type Fact = { readonly state: keyof typeof words.states; readonly text: string };

/** How far a new line is: facts, each of which becomes true by itself. Nothing here can be clicked. */
export function LineProgress({ line }: { readonly line: LineView }) {
  const tunnel = useWindow((state) => state.tunnel);
  const facts: readonly Fact[] = [{ state: 'done', text: words.added }, reachable(tunnel), pointed(line), arrived(line)];
  return (
    <ul className={styles.facts} aria-label={words.title}>
      {facts.map(({ state, text }) => (
        <li key={text} className={styles.fact} data-state={state}>
          <span className={styles.sign}>{state === 'waiting' ? null : <Icon name={state === 'done' ? 'check' : 'close'} size={14} />}</span>
          <span>
            {text} <span className="visually-hidden">({words.states[state]})</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function reachable(tunnel: TunnelStatus | null): Fact {
  switch (tunnel?.reception) {
    case 'receiving':
    case 'degraded':
      return { state: 'done', text: words.reachable(tunnel.roundTripMs) };
    case 'not-checked':
      return { state: 'waiting', text: words.opening };
    default:
      return tunnel?.state === 'connecting' && !tunnel.failure
        ? { state: 'waiting', text: words.opening }
        : { state: tunnel?.kind === 'none' ? 'waiting' : 'failed', text: words.notReachable };
  }
}

function pointed({ registration }: LineView): Fact {
  if (!registration || registration.state === 'here') return { state: 'done', text: words.pointed };
  return { state: registration.state === 'failed' ? 'failed' : 'waiting', text: words.notPointed };
}

function arrived({ lastDelivery }: LineView): Fact {
  if (!lastDelivery) return { state: 'waiting', text: words.notArrived };
  return { state: lastDelivery.verdict === 'rejected' ? 'failed' : 'done', text: words.arrived(texts.verdicts[lastDelivery.verdict]) };
}
