import type { RegistrationView } from '../../src/contract/reachability.ts';
import type { LineView } from '../../src/contract/views.ts';
import { moment } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Icon } from '../ui/icons.tsx';
import { useBusy } from '../ui/useBusy.ts';
import styles from './Registration.module.css';
import { registrationIcons, registrationTones } from './registration-words.ts';

const words = texts.reception.registration;

/** Where the provider sends this line's texts, how that is known, and what can be done about it. */
export function Registration({ line }: { readonly line: LineView }) {
  const { registration } = line;
  const now = useNow();
  if (!registration) return null;
  const { state, message, url, checkedAt } = registration;
  const isNews = url !== null && url !== line.webhookUrl;
  return (
    <div className={styles.registration} data-tone={registrationTones[state]} role="status">
      <span className={styles.sign}>
        <Icon name={registrationIcons[state]} size={16} />
      </span>
      <div className={styles.words}>
        <p className={styles.state}>{words.states[state]}</p>
        <p>{texts.said(message)}</p>
        {isNews && <Address label={words.holds} url={url} />}
        {checkedAt !== null && <p className={styles.fact}>{words.checked(moment(checkedAt, now))}</p>}
        <Actions line={line} registration={registration} />
      </div>
    </div>
  );
}

function Address({ label, url }: { readonly label: string; readonly url: string }) {
  return (
    <p className={styles.fact}>
      {label}: <code className={styles.url}>{url}</code>
    </p>
  );
}

function Actions({ line, registration }: { readonly line: LineView; readonly registration: RegistrationView }) {
  const { reception } = useActions();
  const [busy, during] = useBusy();
  const { can, canCheck, state, previousUrl } = registration;
  const canRegister = can !== 'not' && state !== 'here';
  if (!canRegister && !canCheck && previousUrl === null) return null;
  const isGuess = can === 'register-by-guess';
  return (
    <>
      {isGuess && canRegister && <p className={styles.fact}>{words.guessHelp}</p>}
      {canRegister && !line.webhookUrlIsPublic && <p className={styles.fact}>{words.reachableFirst}</p>}
      <div className={styles.buttons}>
        {canRegister && (
          <Button
            size="small"
            tone="primary"
            busy={busy}
            disabled={!line.webhookUrlIsPublic}
            onClick={() => during(() => reception.register(line.id))}
          >
            {busy ? words.asking : isGuess ? words.guess : words.register}
          </Button>
        )}
        {canCheck && (
          <Button size="small" busy={busy} onClick={() => during(() => reception.checkRegistration(line.id))}>
            {words.check}
          </Button>
        )}
        {previousUrl !== null && (
          <Confirm
            title={words.restoreTitle}
            text={words.restoreText(previousUrl)}
            confirm={words.restore}
            onConfirm={() => during(() => reception.restoreRegistration(line.id))}
            size="small"
          >
            {words.restore}
          </Confirm>
        )}
      </div>
    </>
  );
}
