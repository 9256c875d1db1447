import { Popover } from 'radix-ui';
import { useState } from 'react';
import { formatAddress } from '../../src/domain/peer.ts';
import { visible } from '../../src/domain/visible.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import buttons from '../ui/Button.module.css';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/icons.tsx';
import { useOverlayContainer } from '../ui/overlays.ts';
import { Tip } from '../ui/Tip.tsx';
import styles from './ContactPopover.module.css';
import { type PeerWords, regionIn } from './name.ts';
import { PeerAvatar } from './PeerAvatar.tsx';
import { labelWords, likenessWords, whatItIs } from './words.ts';

const words = texts.contacts;

/** Who it is one writes with: numbers and note, or a way to give the number a name. */
export function ContactPopover({ peer, who }: { readonly peer: string; readonly who: PeerWords }) {
  const overlays = useOverlayContainer();
  const [open, setOpen] = useState(false);
  const label = words.about(who.name);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Tip label={label}>
        <Popover.Trigger className={classes(buttons.iconButton, buttons.quiet, buttons.normal)} aria-label={label}>
          <Icon name="person" />
        </Popover.Trigger>
      </Tip>
      <Popover.Portal container={overlays}>
        <Popover.Content className={styles.popover} align="end" sideOffset={6} collisionPadding={8} aria-label={label}>
          <Person peer={peer} who={who} />
          <Ways peer={peer} who={who} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Person({ peer, who }: { readonly peer: string; readonly who: PeerWords }) {
  const { contact, likeness } = who;
  const region = useWindow(regionIn);
  const what = whatItIs(who);
  return (
    <>
      <div className={styles.head}>
        <PeerAvatar peer={peer} />
        <div className={styles.words}>
          <bdi className={styles.name}>{who.name}</bdi>
          {contact?.organization && <bdi className={styles.about}>{visible(contact.organization)}</bdi>}
          {!contact && what && <span className={styles.about}>{what}</span>}
        </div>
      </div>
      {likeness && <p className={styles.warning}>{likenessWords(likeness)}</p>}
      {contact && (
        <ul className={styles.numbers}>
          {contact.addresses.map(({ address, label }) => (
            <li key={address}>
              <bdi>{formatAddress(address, region)}</bdi>
              {label && <span className={styles.about}> · {labelWords(label)}</span>}
            </li>
          ))}
        </ul>
      )}
      {contact && contact.note !== '' && (
        <p className={styles.note} dir="auto">
          {contact.note}
        </p>
      )}
    </>
  );
}

function Ways({ peer, who: { contact } }: { readonly peer: string; readonly who: PeerWords }) {
  const { contacts } = useActions();
  if (contact) {
    return (
      <div className={styles.ways}>
        <Button size="small" onClick={() => contacts.show({ kind: 'contact', id: contact.id })}>
          {words.open}
        </Button>
        <Button size="small" icon="edit" onClick={() => contacts.show({ kind: 'edit', id: contact.id })}>
          {words.edit}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.ways}>
      <Button size="small" icon="plus" onClick={() => contacts.show({ kind: 'new', address: peer })}>
        {words.addToContacts}
      </Button>
    </div>
  );
}
