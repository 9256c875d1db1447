/**
 * Contacts: changing them, each time with a way back, and taking them in and out as files.
 * @module
 */
import type { Answered } from '../../src/contract/errors.ts';
import type { MethodInput } from '../../src/contract/methods.ts';
import type { Contact } from '../../src/domain/contact.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { FileBridge } from '../files.ts';
import { texts } from '../texts.ts';
import type { ActionContext } from './context.ts';
import type { ContactsView } from './model.ts';
import type { NavigationActions } from './navigation.ts';

type Given = ActionContext & { readonly navigation: NavigationActions; readonly files: FileBridge };

export function createContactActions({ store, call, toasts, navigation, files }: Given) {
  const show = (shows: ContactsView): void => navigation.goTo({ name: 'contacts', shows });

  function offerUndo(title: string, undo: string): void {
    toasts.show({ tone: 'plain', title, action: { label: texts.undo, run: () => void takeBack(undo) } });
  }

  async function takeBack(undo: string): Promise<boolean> {
    const answer = await call('contacts.undo', { undo });
    if (answer.ok) toasts.show({ tone: 'plain', title: texts.contacts.undone });
    else toasts.report(answer.error);
    return answer.ok;
  }

  /** Stores a new contact, or a changed one, and shows it. */
  async function save(id: string | undefined, contact: MethodInput<'contacts.create'>): Promise<Answered<Contact>> {
    const { organization = '', ...rest } = contact;
    const answer = id === undefined ? await call('contacts.create', contact) : await call('contacts.update', { id, ...rest, organization });
    if (answer.ok) {
      toasts.show({ tone: 'plain', title: id === undefined ? texts.contacts.created : texts.saved });
      show({ kind: 'contact', id: answer.value.id });
    }
    return answer;
  }

  async function remove(id: string): Promise<void> {
    const answer = await call('contacts.remove', { ids: [id] });
    if (!answer.ok) return toasts.report(answer.error);
    show({ kind: 'list' });
    offerUndo(texts.contacts.removed(answer.value.removed), answer.value.undo);
  }

  /** Makes one of several; the first gives the name. */
  async function merge(ids: readonly string[]): Promise<boolean> {
    const answer = await call('contacts.merge', { ids: [...ids] });
    if (answer.ok) offerUndo(texts.contacts.merged(answer.value.contact.name), answer.value.undo);
    else toasts.report(answer.error);
    return answer.ok;
  }

  async function conversationsWith(id: string): Promise<readonly Conversation[]> {
    const answer = await call('contacts.conversations', { id });
    return answer.ok ? answer.value.items : [];
  }

  /** Opens the conversation with this address, or begins one. */
  async function write(contactId: string, address: string): Promise<void> {
    const known = (await conversationsWith(contactId)).find(({ peer }) => peer === address);
    if (known) return navigation.openConversation(known.id);
    navigation.compose(address);
  }

  /** Makes a file of these contacts, or of all, and lets the user save it. */
  async function exportFile(ids?: readonly string[]): Promise<void> {
    const answer = await call('contacts.export', ids ? { ids: [...ids] } : {});
    if (!answer.ok) return toasts.report(answer.error);
    const { fileId, name } = answer.value;
    const saved = await files.saveFile(fileId, name);
    if (!saved.ok) toasts.report(saved.error);
    else if (saved.value !== null) toasts.show({ tone: 'plain', title: texts.contacts.exported });
    await files.releaseFile(fileId);
  }

  /** Stops the import that runs; nothing was changed by it. */
  async function stopImport(): Promise<void> {
    const job = store.getState().jobs.find(({ kind, state }) => kind === 'contacts-import' && state === 'running');
    if (job) await call('jobs.cancel', { id: job.id });
  }

  return {
    show,
    save,
    remove,
    merge,
    takeBack,
    conversationsWith,
    write,
    exportFile,
    stopImport,
    duplicates: () => call('contacts.duplicates', {}),
    check: (input: MethodInput<'contacts.check'>) => call('contacts.check', input),
    importFile: (input: MethodInput<'contacts.import'>) => call('contacts.import', input),
  };
}
