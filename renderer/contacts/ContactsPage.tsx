import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import { pane } from '../keyboard/panes.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import type { ContactsView } from '../state/model.ts';
import { texts } from '../texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Icon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { ContactDetails } from './ContactDetails.tsx';
import { ContactForm } from './ContactForm.tsx';
import { ContactList } from './ContactList.tsx';
import styles from './ContactsPage.module.css';
import { Duplicates } from './Duplicates.tsx';
import { findContacts } from './find.ts';
import { ImportContacts } from './ImportContacts.tsx';
import { inOrder } from './order.ts';

const words = texts.contacts;

/** Everybody the user knows: a list by letter, and one of them, or something about all of them, beside it. */
export function ContactsPage({ shows }: { readonly shows: ContactsView }) {
  return (
    <div className={styles.page} data-shows={shows.kind === 'list' ? 'list' : 'details'}>
      <ListPane shows={shows} />
      <section className={styles.content} {...pane('page')}>
        <Content shows={shows} />
      </section>
    </div>
  );
}

function ListPane({ shows }: { readonly shows: ContactsView }) {
  const { navigation, contacts: actions } = useActions();
  const contacts = useWindow((state) => state.contacts);
  const [query, setQuery] = useState('');
  const ordered = useMemo(() => inOrder(contacts), [contacts]);
  // Typing goes first; the list follows as soon as it can.
  const sought = useDeferredValue(query);
  const found = useMemo(() => findContacts(ordered, sought), [ordered, sought]);
  /** Escape ends the search first, and only then what is around it. */
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || query === '') return;
    event.stopPropagation();
    setQuery('');
  };
  return (
    <section className={styles.pane} {...pane('list')} aria-label={words.title}>
      <header className={styles.head}>
        <IconButton className={styles.lanes} icon="menu" label={texts.lanes.show} onClick={navigation.back} />
        <h1 className={styles.title}>{words.title}</h1>
        <IconButton icon="plus" label={words.add} onClick={() => actions.show({ kind: 'new' })} />
        <MenuButton
          label={words.actions}
          items={[
            { label: words.importFile, icon: 'upload', run: () => actions.show({ kind: 'import' }) },
            { label: words.exportAll, icon: 'download', run: () => void actions.exportFile() },
            { label: words.findDuplicates, icon: 'copy', run: () => actions.show({ kind: 'duplicates' }), separated: true },
          ]}
        />
      </header>
      {contacts.length > 0 && (
        <div className={styles.search}>
          <Icon name="search" size={16} />
          <input
            type="search"
            className={styles.field}
            aria-label={words.search}
            placeholder={words.search}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={leave}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
      )}
      <p className="visually-hidden" role="status">
        {query === '' ? '' : words.count(found.length)}
      </p>
      {found.length > 0 ? (
        <ContactList contacts={found} openedId={shows.kind === 'contact' || shows.kind === 'edit' ? shows.id : undefined} />
      ) : contacts.length > 0 ? (
        <EmptyState icon="search" title={words.noMatch(query)}>
          <Button onClick={() => setQuery('')}>{texts.empty.clearSearch}</Button>
        </EmptyState>
      ) : (
        <NoContacts />
      )}
    </section>
  );
}

function NoContacts() {
  const { contacts } = useActions();
  return (
    <EmptyState icon="person" title={words.emptyTitle} text={words.emptyText}>
      <Button icon="plus" onClick={() => contacts.show({ kind: 'new' })}>
        {words.add}
      </Button>
      <Button icon="upload" onClick={() => contacts.show({ kind: 'import' })}>
        {words.importFile}
      </Button>
    </EmptyState>
  );
}

function Content({ shows }: { readonly shows: ContactsView }) {
  const contact = useWindow(({ contacts }) =>
    shows.kind === 'contact' || shows.kind === 'edit' ? contacts.find(({ id }) => id === shows.id) : undefined,
  );
  switch (shows.kind) {
    case 'new':
      return <ContactForm key={shows.address} address={shows.address} />;
    case 'edit':
      return contact ? <ContactForm key={contact.id} contact={contact} address={shows.address} /> : <NobodyChosen />;
    case 'contact':
      return contact ? <ContactDetails key={contact.id} contact={contact} /> : <NobodyChosen />;
    case 'duplicates':
      return <Duplicates />;
    case 'import':
      return <ImportContacts />;
    case 'list':
      return <NobodyChosen />;
  }
}

function NobodyChosen() {
  const any = useWindow((state) => state.contacts.length > 0);
  return any ? <EmptyState icon="person" title={words.nothingChosen} /> : null;
}
