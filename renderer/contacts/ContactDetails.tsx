import { useEffect, useState } from 'react';
import type { Contact } from '../../src/domain/contact.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import { canBeAnswered, formatAddress, peerKind } from '../../src/domain/peer.ts';
import { visible } from '../../src/domain/visible.ts';
import { previewOf } from '../conversations/preview.ts';
import { listTime } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { lineColor, sendingLines } from '../state/select.ts';
import { texts } from '../texts.ts';
import { LineDot } from '../ui/Avatar.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import styles from './ContactDetails.module.css';
import { regionIn } from './name.ts';
import { PeerAvatar } from './PeerAvatar.tsx';
import { labelWords } from './words.ts';

const words = texts.contacts;

/** One contact: numbers, note, and what was said with them on each line. */
export function ContactDetails({ contact }: { readonly contact: Contact }) {
  const { navigation, contacts } = useActions();
  const { id, organization, note, addresses } = contact;
  const name = visible(contact.name);
  return (
    <article className={styles.details} aria-labelledby="contact-name">
      <header className={styles.head}>
        <IconButton className={styles.back} icon="back" label={texts.back} onClick={navigation.back} />
        <PeerAvatar peer={addresses[0]?.address ?? id} name={name} size="large" />
        <div className={styles.who}>
          <h1 className={styles.name} id="contact-name">
            <bdi>{name}</bdi>
          </h1>
          {organization && <bdi className={styles.organization}>{visible(organization)}</bdi>}
        </div>
        <Button icon="edit" onClick={() => contacts.show({ kind: 'edit', id })}>
          {words.edit}
        </Button>
        <MenuButton
          label={words.contactActions}
          items={[
            { label: words.exportOne, icon: 'download', run: () => void contacts.exportFile([id]) },
            { label: words.remove, icon: 'trash', run: () => void contacts.remove(id), bad: true, separated: true },
          ]}
        />
      </header>
      <Numbers contact={contact} name={name} />
      {note !== '' && (
        <section className={styles.section}>
          <h2 className={styles.heading}>{words.note}</h2>
          <p className={styles.note} dir="auto">
            {note}
          </p>
        </section>
      )}
      <Conversations contact={contact} />
    </article>
  );
}

function Numbers({ contact: { id, addresses }, name }: { readonly contact: Contact; readonly name: string }) {
  const { contacts } = useActions();
  const region = useWindow(regionIn);
  const canSend = useWindow((state) => sendingLines(state.lines).length > 0);
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{words.numbers}</h2>
      <ul className={styles.card}>
        {addresses.map(({ address, label }) => {
          const number = formatAddress(address, region);
          return (
            <li key={address} className={styles.number}>
              <span className={styles.words}>
                <span className={styles.kind}>{label === undefined ? kindWords(address) : labelWords(label)}</span>
                <bdi className={styles.address}>{number}</bdi>
              </span>
              {canSend && canBeAnswered(address) && (
                <Button
                  size="small"
                  icon="compose"
                  aria-label={words.textTo(name, number)}
                  onClick={() => void contacts.write(id, address)}
                >
                  {words.text}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What an address without a label is. */
function kindWords(address: string): string {
  const kind = peerKind(address);
  if (kind === 'short-code') return words.shortCode;
  return kind === 'e164' || /^\d+$/.test(address) ? words.number : words.senderName;
}

function Conversations({ contact }: { readonly contact: Contact }) {
  const { contacts } = useActions();
  const [found, setFound] = useState<readonly Conversation[] | null>(null);
  useEffect(() => {
    let current = true;
    void contacts.conversationsWith(contact.id).then((items) => current && setFound(items));
    return () => {
      current = false;
    };
  }, [contacts, contact]);
  return (
    <section className={styles.section} aria-busy={found === null}>
      <h2 className={styles.heading}>{words.conversations}</h2>
      {found?.length === 0 && <p className={styles.none}>{words.noConversations}</p>}
      {found !== null && found.length > 0 && (
        <ul className={styles.card}>
          {found.map((conversation) => (
            <ConversationLink key={conversation.id} conversation={conversation} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ConversationLink({ conversation }: { readonly conversation: Conversation }) {
  const { navigation } = useActions();
  const { id, lineId, peer, lastMessage } = conversation;
  const line = useWindow((state) => state.lines.find((candidate) => candidate.id === lineId)?.label ?? texts.lanes.removedLine);
  const color = useWindow((state) => lineColor(state.lines, lineId));
  const number = useWindow((state) => formatAddress(peer, regionIn(state)));
  const now = useNow();
  return (
    <li>
      <button type="button" className={styles.link} onClick={() => void navigation.openConversation(id)}>
        <span className={styles.words}>
          <span className={styles.line}>
            <LineDot color={color} />
            {line}
            <bdi className={styles.kind}>{number}</bdi>
          </span>
          <bdi className={styles.preview}>{previewOf(conversation, undefined).text}</bdi>
        </span>
        {lastMessage && (
          <time className={styles.kind} dateTime={lastMessage.at}>
            {listTime(lastMessage.at, now)}
          </time>
        )}
      </button>
    </li>
  );
}
