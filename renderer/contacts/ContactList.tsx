import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Contact } from '../../src/domain/contact.ts';
import { visible } from '../../src/domain/visible.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { type RovingRows, useRovingRows } from '../ui/useRovingRows.ts';
import styles from './ContactList.module.css';
import { useAddress } from './name.ts';
import { letterOf } from './order.ts';
import { PeerAvatar } from './PeerAvatar.tsx';

const rowHeight = 58;
const letterHeight = 30;

type ContactListProps = { readonly contacts: readonly Contact[]; readonly openedId: string | undefined };

/** Contacts by letter; as many as there may be, only those in view are rendered. */
export function ContactList({ contacts, openedId }: ContactListProps) {
  const { contacts: actions } = useActions();
  const scroller = useRef<HTMLDivElement>(null);
  const opened = contacts.findIndex(({ id }) => id === openedId);
  const roving = useRovingRows({
    keys: { keyAt: (index) => contacts[index]?.id, indexOf: (key) => contacts.findIndex(({ id }) => id === key) },
    count: contacts.length,
    home: opened,
    scrollTo: (index) => {
      virtual.scrollToIndex(index);
    },
  });
  /** The letter that begins with this row. */
  const letterAt = (index: number): string | undefined => {
    const [contact, before] = [contacts[index], contacts[index - 1]];
    const letter = contact && letterOf(contact);
    return before && letterOf(before) === letter ? undefined : letter;
  };
  const virtual = useVirtualizer({
    count: contacts.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight + (letterAt(index) === undefined ? 0 : letterHeight),
    getItemKey: (index) => contacts[index]?.id ?? index,
    rangeExtractor: roving.rangeExtractor,
    overscan: 8,
    paddingEnd: 12,
  });
  const { measure, scrollToIndex } = virtual;
  // Other contacts stand in the same places now, with letters elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again for each list
  useEffect(measure, [contacts]);
  useEffect(() => {
    if (opened >= 0) scrollToIndex(opened);
  }, [opened, scrollToIndex]);
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul className={styles.list} aria-label={texts.contacts.list} onKeyDown={roving.onKeyDown} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const contact = contacts[index];
          return (
            contact && (
              <li key={contact.id} className={styles.slot} style={{ top: start }} aria-posinset={index + 1} aria-setsize={contacts.length}>
                <Letter letter={letterAt(index)} />
                <Row
                  contact={contact}
                  selected={contact.id === openedId}
                  onOpen={() => actions.show({ kind: 'contact', id: contact.id })}
                  roving={roving.rowProps(index)}
                />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

/** Where the eye finds its way; a screen reader hears the names. */
function Letter({ letter }: { readonly letter: string | undefined }) {
  if (letter === undefined) return null;
  return (
    <span className={styles.letter} aria-hidden="true">
      {letter}
    </span>
  );
}

type RowProps = {
  readonly contact: Contact;
  readonly selected: boolean;
  readonly onOpen: () => void;
  readonly roving: ReturnType<RovingRows['rowProps']>;
};

function Row({ contact: { name, organization, addresses }, selected, onOpen, roving }: RowProps) {
  const address = addresses[0]?.address ?? '';
  const number = useAddress(address);
  return (
    <button type="button" {...roving} className={styles.row} aria-current={selected ? 'true' : undefined} onClick={onOpen}>
      <PeerAvatar peer={address} name={name} size="small" />
      <span className={styles.words}>
        <bdi className={styles.name}>{visible(name)}</bdi>
        <span className={styles.about}>
          <bdi>{number}</bdi>
          {organization && <bdi>{visible(organization)}</bdi>}
        </span>
      </span>
    </button>
  );
}
