import { Popover } from 'radix-ui';
import { type FormEvent, useState } from 'react';
import { texts } from '../texts.ts';
import { isWebAddress } from '../thread/links.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Icon } from '../ui/icons.tsx';
import { useOverlayContainer } from '../ui/overlays.ts';
import styles from './Composer.module.css';

const words = texts.composer;

/** The attachments of a text being composed: addresses the provider fetches. */
export function Attachments({
  urls,
  onChange,
}: {
  readonly urls: readonly string[];
  readonly onChange: (urls: readonly string[]) => void;
}) {
  if (urls.length === 0) return null;
  return (
    <ul className={styles.attachments}>
      {urls.map((url) => (
        <li key={url} className={styles.attachment}>
          <Icon name="attach" size={16} />
          <bdi className={styles.address}>{url}</bdi>
          <IconButton
            icon="close"
            size="small"
            label={words.removeAttachment(url)}
            tipSide="top"
            onClick={() => onChange(urls.filter((other) => other !== url))}
          />
        </li>
      ))}
    </ul>
  );
}

export function AddAttachment({ onAdd }: { readonly onAdd: (url: string) => void }) {
  const overlays = useOverlayContainer();
  const [open, setOpen] = useState(false);
  const [url, setUrl] = useState('');
  const [error, setError] = useState<string>();
  const add = (event: FormEvent) => {
    event.preventDefault();
    // The popover is inside the composer's form as far as React's events go.
    event.stopPropagation();
    if (!isWebAddress(url.trim())) return setError(words.attachmentInvalid);
    onAdd(url.trim());
    setUrl('');
    setError(undefined);
    setOpen(false);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className={styles.attach} aria-label={words.addAttachment} title={words.addAttachment}>
          <Icon name="attach" />
        </button>
      </Popover.Trigger>
      <Popover.Portal container={overlays}>
        <Popover.Content asChild side="top" align="start" sideOffset={10} collisionPadding={8}>
          <form className={styles.popover} onSubmit={add} noValidate aria-label={words.addAttachment}>
            <TextField
              label={words.attachmentLabel}
              placeholder={words.attachmentPlaceholder}
              help={words.attachmentHelp}
              error={error}
              value={url}
              onText={setUrl}
              inputMode="url"
            />
            <Button type="submit" tone="primary" size="small">
              {words.attach}
            </Button>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
