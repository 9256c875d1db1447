import { useEffect, useState } from 'react';
import type { AttachedContacts } from '../../src/contract/methods/media.ts';
import { formatAddress } from '../../src/domain/peer.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './Attachments.module.css';
import type { AttachmentProps } from './Attachments.tsx';
import { FileButtons, FileCard } from './FileCard.tsx';
import { nameOf } from './words.ts';

const words = texts.media;

/** A person somebody sent: name and numbers, to write to and to keep. */
export function ContactCard({ media, place }: AttachmentProps) {
  const actions = useActions();
  const { messageId, index } = place;
  const [contacts, setContacts] = useState<AttachedContacts | null | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    void actions.media.contacts({ messageId, index }).then((found) => {
      if (isWanted) setContacts(found);
    });
    return () => {
      isWanted = false;
    };
  }, [actions, messageId, index]);

  const [first] = contacts?.items ?? [];
  if (contacts === null || (contacts !== undefined && first === undefined)) return <FileCard media={media} place={place} />;
  const more = contacts ? contacts.items.length - 1 + contacts.more : 0;
  return (
    <div className={styles.contact} aria-busy={contacts === undefined}>
      <div className={styles.who}>
        <span className={styles.badge}>
          <Icon name="person" />
        </span>
        <p className={styles.about}>
          <bdi className={styles.name}>{first === undefined ? nameOf(media) : first.name || nameOf(media)}</bdi>
          <bdi className={styles.detail}>{more > 0 ? words.moreContacts(more) : (first?.organization ?? words.kinds.contact)}</bdi>
        </p>
        <FileButtons media={media} place={place} />
      </div>
      {first && <Numbers addresses={first.addresses} />}
      <AddButton place={place} addresses={contacts?.items.flatMap(({ addresses }) => addresses) ?? []} />
    </div>
  );
}

function Numbers({ addresses }: { readonly addresses: readonly string[] }) {
  return (
    <ul className={styles.numbers} aria-label={words.numbers}>
      {addresses.slice(0, 2).map((address) => (
        <li key={address}>
          <bdi>{formatAddress(address)}</bdi>
        </li>
      ))}
    </ul>
  );
}

function AddButton({ place, addresses }: Pick<AttachmentProps, 'place'> & { readonly addresses: readonly string[] }) {
  const actions = useActions();
  const known = useWindow((state) => state.contactsByAddress);
  const [isAdding, setAdding] = useState(false);
  if (addresses.length === 0 || addresses.every((address) => known.has(address))) return null;
  const add = async () => {
    setAdding(true);
    await actions.media.addContacts(place);
    setAdding(false);
  };
  return (
    <Button size="small" icon="plus" busy={isAdding} onClick={() => void add()}>
      {words.addToContacts}
    </Button>
  );
}
