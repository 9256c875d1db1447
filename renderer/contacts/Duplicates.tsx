import { useEffect, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import type { MethodOutput } from '../../src/contract/methods.ts';
import type { Contact } from '../../src/domain/contact.ts';
import { mergedOf } from '../../src/domain/contact-book.ts';
import { formatAddress } from '../../src/domain/peer.ts';
import { visible } from '../../src/domain/visible.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { useBusy } from '../ui/useBusy.ts';
import styles from './Duplicates.module.css';
import { regionIn } from './name.ts';
import { PeerAvatar } from './PeerAvatar.tsx';
import { labelWords } from './words.ts';

const words = texts.contacts;
type Group = MethodOutput<'contacts.duplicates'>['groups'][number];

/** Groups shown at once: a file imported twice elsewhere may make thousands. */
const shownAtOnce = 20;

/** Contacts that may be one person, each group with what would become of it. */
export function Duplicates() {
  const { contacts: actions, navigation } = useActions();
  const contacts = useWindow((state) => state.contacts);
  const [groups, setGroups] = useState<readonly Group[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  // Asked again whenever a contact changed: what was merged is no group any more, what was taken back is one again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: contacts are what the answer depends on
  useEffect(() => {
    let current = true;
    void actions.duplicates().then((answer) => {
      if (!current) return;
      if (answer.ok) setGroups(answer.value.groups);
      else setFailure(answer.error);
    });
    return () => {
      current = false;
    };
  }, [actions, contacts]);

  const open = (groups ?? []).filter(({ ids }) => !left.has(keyOf(ids)));
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <IconButton className={styles.back} icon="back" label={texts.back} onClick={navigation.back} />
        <h1 className={styles.title}>{words.duplicatesTitle}</h1>
      </header>
      <p className={styles.intro}>{words.duplicatesIntro}</p>
      {failure && <EmptyState icon="alert" title={failure.message} />}
      {groups === null && !failure && <Spinner label={texts.loading} />}
      {groups !== null && open.length === 0 && <EmptyState icon="check" title={words.noDuplicates} />}
      {open.slice(0, shownAtOnce).map(({ ids, reason }) => (
        <GroupCard key={keyOf(ids)} ids={ids} reason={reason} onLeave={() => setLeft(new Set([...left, keyOf(ids)]))} />
      ))}
      {open.length > shownAtOnce && <p className={styles.intro}>{words.moreDuplicates(open.length - shownAtOnce)}</p>}
    </div>
  );
}

const keyOf = (ids: readonly string[]): string => ids.toSorted().join(' ');

type GroupCardProps = { readonly ids: readonly string[]; readonly reason: Group['reason']; readonly onLeave: () => void };

function GroupCard({ ids, reason, onLeave }: GroupCardProps) {
  const { contacts: actions } = useActions();
  const members = useWindow(({ contacts }) => contacts.filter(({ id }) => ids.includes(id)));
  const [mainId, setMainId] = useState(ids[0] ?? '');
  const [busy, during] = useBusy();
  const main = members.find(({ id }) => id === mainId) ?? members[0];
  if (main === undefined || members.length < 2) return null;
  const inOrder = [main, ...members.filter((member) => member !== main)] as const;
  const names = new Set(members.map(({ name }) => name));
  return (
    <section className={styles.card} aria-label={visible(main.name)}>
      <p className={styles.reason}>{reason === 'number' ? words.sameNumber : words.sameName}</p>
      <ul className={styles.members}>
        {members.map((contact) => (
          <li key={contact.id}>
            <Person contact={contact} />
          </li>
        ))}
      </ul>
      <div className={styles.result}>
        <h2 className={styles.reason}>{words.willBecome}</h2>
        {names.size > 1 && (
          <Choice
            label={words.keepName}
            value={main.id}
            options={members.map(({ id, name }) => ({ value: id, label: visible(name) }))}
            onValue={setMainId}
          />
        )}
        <Person contact={mergedOf(inOrder, main.updatedAt)} withNote />
      </div>
      <div className={styles.buttons}>
        <Button onClick={onLeave}>{words.notDuplicates}</Button>
        <Button tone="primary" busy={busy} onClick={() => during(() => actions.merge(inOrder.map(({ id }) => id)))}>
          {words.merge}
        </Button>
      </div>
    </section>
  );
}

function Person({ contact, withNote = false }: { readonly contact: Contact; readonly withNote?: boolean }) {
  const region = useWindow(regionIn);
  const { id, name, organization, note, addresses } = contact;
  return (
    <div className={styles.person}>
      <PeerAvatar peer={addresses[0]?.address ?? id} name={name} size="small" />
      <div className={styles.words}>
        <bdi className={styles.name}>{visible(name)}</bdi>
        {organization && <bdi className={styles.about}>{visible(organization)}</bdi>}
        {addresses.map(({ address, label }) => (
          <span key={address} className={styles.about}>
            <bdi>{formatAddress(address, region)}</bdi>
            {label && ` · ${labelWords(label)}`}
          </span>
        ))}
        {withNote && note !== '' && <p className={styles.note}>{note}</p>}
      </div>
    </div>
  );
}
