import type { TunnelStatus } from '../../src/contract/views.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import { useWayForm, type WayFormState } from './useWayForm.ts';
import styles from './WayForm.module.css';
import { CloudflaredFields, NgrokFields, OwnServerFields, OwnUrlFields, ServiceLoginFields } from './way-fields.tsx';
import type { Way } from './ways.ts';

const words = texts.reception.ways;

type WayFormProps = { readonly way: Way; readonly tunnel: TunnelStatus; readonly onDone: () => void };

/** What the chosen way asks for, and the button that uses it. */
export function WayForm({ way, tunnel, onDone }: WayFormProps) {
  const form = useWayForm(way, tunnel, onDone);
  const { busy, failure, inUse, changed, submit } = form;
  const isService = way !== 'own-server' && way !== 'own-url' && way !== 'none';
  const isRunning = inUse && !changed;
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <Fields way={way} form={form} />
      {isService && <p className={styles.note}>{words.trust}</p>}
      {!inUse && way !== 'none' && tunnel.publicUrl !== null && <p className={styles.note}>{words.willChange}</p>}
      {!failure?.fields && <FormFailure failure={failure} />}
      {!(way === 'none' && inUse) && (
        <div className={styles.buttons}>
          <Button tone={way === 'none' ? 'plain' : 'primary'} type="submit" busy={busy} disabled={isRunning}>
            {busy ? words.busy : labelOf(way, inUse)}
          </Button>
        </div>
      )}
    </form>
  );
}

function labelOf(way: Way, inUse: boolean): string {
  if (way === 'none') return words.switchOff;
  return inUse ? words.save : words.use;
}

function Fields({ way, form }: { readonly way: Way; readonly form: WayFormState }) {
  switch (way) {
    case 'localhost.run':
      return <ServiceLoginFields form={form} />;
    case 'own-server':
      return <OwnServerFields form={form} />;
    case 'ngrok':
      return <NgrokFields form={form} />;
    case 'cloudflared':
      return <CloudflaredFields form={form} />;
    case 'own-url':
      return <OwnUrlFields form={form} />;
    case 'pinggy':
    case 'none':
      return null;
  }
}
