/**
 * The fields of each way to be reached.
 * @module
 */
import { texts } from '../texts.ts';
import { SecretField, TextField } from '../ui/Field.tsx';
import { Segments } from '../ui/Segments.tsx';
import type { WayFormState } from './useWayForm.ts';
import styles from './WayForm.module.css';

const words = texts.reception.fields;

type FieldsProps = { readonly form: WayFormState };

/** Anonymous unless one has an account there: then it knows one by a key. */
export function ServiceLoginFields({ form }: FieldsProps) {
  return <LoginFields form={form} choices={['none', 'key', 'agent']} />;
}

export function OwnServerFields({ form }: FieldsProps) {
  const { bind, values, set } = form;
  return (
    <>
      <div className={styles.pair}>
        <TextField label={words.host} help={words.hostHelp} placeholder="server.example.com" {...bind('ssh.host')} />
        <TextField label={words.port} inputMode="numeric" {...bind('ssh.port')} />
      </div>
      <TextField label={words.user} {...bind('ssh.user')} />
      <LoginFields form={form} choices={['key', 'agent']} />
      <Segments
        label={words.remote}
        labelled
        value={values['ssh.remote'] === 'unix-socket' ? 'unix-socket' : 'port'}
        options={(['port', 'unix-socket'] as const).map((value) => ({ value, label: words.remotes[value] }))}
        onValue={(kind) => set('ssh.remote', kind)}
      />
      {values['ssh.remote'] === 'unix-socket' ? (
        <TextField
          label={words.remotePath}
          help={words.remotePathHelp}
          placeholder="/run/user/1000/texttray.sock"
          {...bind('ssh.remote.path')}
        />
      ) : (
        <TextField
          label={words.remotePort}
          help={words.remotePortHelp}
          placeholder="8765"
          inputMode="numeric"
          {...bind('ssh.remote.port')}
        />
      )}
      <TextField
        label={words.publicUrl}
        help={words.serverUrlHelp}
        placeholder={words.publicUrlPlaceholder}
        inputMode="url"
        {...bind('ssh.publicUrl')}
      />
    </>
  );
}

type Login = keyof typeof words.logins;

/** How one proves to the server who one is. */
function LoginFields({ form, choices }: FieldsProps & { readonly choices: readonly Login[] }) {
  const { bind, values, set } = form;
  const login = choices.find((choice) => choice === values['ssh.login']) ?? choices[0] ?? 'key';
  return (
    <>
      <Segments
        label={words.login}
        labelled
        value={login}
        options={choices.map((value) => ({ value, label: words.logins[value] }))}
        onValue={(chosen) => set('ssh.login', chosen)}
      />
      {login === 'key' && (
        <>
          <TextField label={words.keyPath} help={words.keyPathHelp} placeholder="~/.ssh/id_ed25519" {...bind('ssh.keyPath')} />
          <StoredSecret form={form} path="ssh.passphrase" label={words.passphrase} help={words.passphraseHelp} required={false} />
        </>
      )}
    </>
  );
}

export function NgrokFields({ form }: FieldsProps) {
  return (
    <>
      <StoredSecret form={form} path="ngrok.token" label={words.ngrokToken} help={words.ngrokTokenHelp} />
      <TextField
        label={words.ngrokDomain}
        help={words.ngrokDomainHelp}
        required={false}
        placeholder={words.ngrokDomainPlaceholder}
        {...form.bind('ngrok.domain')}
      />
    </>
  );
}

export function CloudflaredFields({ form }: FieldsProps) {
  const { bind, values, set } = form;
  const isNamed = values['cloudflared.kind'] === 'named';
  return (
    <>
      <Segments
        label={words.cloudflaredKind}
        labelled
        value={isNamed ? 'named' : 'quick'}
        options={(['quick', 'named'] as const).map((value) => ({ value, label: words.cloudflaredKinds[value] }))}
        onValue={(kind) => set('cloudflared.kind', kind)}
      />
      {isNamed && (
        <>
          <StoredSecret form={form} path="cloudflared.token" label={words.cloudflaredToken} help={words.cloudflaredTokenHelp} />
          <TextField
            label={words.publicUrl}
            help={words.cloudflaredUrlHelp}
            placeholder={words.publicUrlPlaceholder}
            inputMode="url"
            {...bind('cloudflared.publicUrl')}
          />
        </>
      )}
      <TextField
        label={words.cloudflaredPath}
        help={words.cloudflaredPathHelp}
        required={false}
        placeholder="/usr/local/bin/cloudflared"
        {...bind('cloudflared.path')}
      />
    </>
  );
}

export function OwnUrlFields({ form }: FieldsProps) {
  return (
    <TextField
      label={words.publicUrl}
      help={words.ownUrlHelp}
      placeholder={words.publicUrlPlaceholder}
      type="url"
      inputMode="url"
      {...form.bind('publicUrl')}
    />
  );
}

type StoredSecretProps = FieldsProps & {
  readonly path: string;
  readonly label: string;
  readonly help: string;
  readonly required?: boolean;
};

/** A secret that is stored is never shown again: left empty, it stays. */
function StoredSecret({ form, path, label, help, required = true }: StoredSecretProps) {
  const isStored = form.secrets[path] === true;
  return (
    <SecretField
      label={label}
      help={isStored ? `${help} ${words.stored}` : help}
      required={required}
      {...(isStored && { placeholder: '••••••••••••' })}
      {...form.bind(path)}
    />
  );
}
