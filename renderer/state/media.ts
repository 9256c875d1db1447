/**
 * What can be done with attachments.
 * @module
 */
import type { AttachedContacts } from '../../src/contract/methods/media.ts';
import type { FileBridge } from '../files.ts';
import { type Blobs, createBlobs } from '../media/blobs.ts';
import type { MediaBridge } from '../media-carrier.ts';
import { texts } from '../texts.ts';
import { withMessage } from './apply.ts';
import type { ActionContext } from './context.ts';

/** An attachment by its message and its place in it. */
export type AttachmentPlace = { readonly messageId: string; readonly index: number };

export type MediaActions = {
  readonly blobs: Blobs;
  retry(place: AttachmentPlace): Promise<void>;
  save(place: AttachmentPlace): Promise<void>;
  open(place: AttachmentPlace): Promise<void>;
  /** Who is on a contact card; `null`: nobody knows. */
  contacts(place: AttachmentPlace): Promise<AttachedContacts | null>;
  /** Puts the people on a contact card among the user's contacts. */
  addContacts(place: AttachmentPlace): Promise<void>;
  /** Shows a picture large; `null`: not any more. */
  view(place: AttachmentPlace | null): void;
};

type Dependencies = ActionContext & { readonly bridge: MediaBridge & FileBridge };

export function createMedia({ store, call, toasts, bridge }: Dependencies): MediaActions {
  return {
    blobs: createBlobs(bridge),
    async retry(place) {
      const answer = await call('media.retry', place);
      if (!answer.ok) return toasts.report(answer.error);
      const message = answer.value;
      store.setState(({ threads }) => {
        const thread = threads[message.conversationId];
        return thread ? { threads: { ...threads, [message.conversationId]: { ...thread, items: withMessage(thread, message) } } } : {};
      });
    },
    async save(place) {
      const made = await call('media.save', place);
      if (!made.ok) return toasts.report(made.error);
      const { fileId, name } = made.value;
      const saved = await bridge.saveFile(fileId, name);
      await bridge.releaseFile(fileId);
      if (!saved.ok) return toasts.report(saved.error);
      if (saved.value) toasts.show({ tone: 'plain', title: texts.media.saved(saved.value.name) });
    },
    async contacts(place) {
      const answer = await call('media.contacts', place);
      return answer.ok ? answer.value : null;
    },
    async addContacts(place) {
      const made = await call('media.save', place);
      if (!made.ok) return toasts.report(made.error);
      const { fileId } = made.value;
      const imported = await call('contacts.import', { fileId });
      await bridge.releaseFile(fileId);
      if (!imported.ok) return toasts.report(imported.error);
      const { added, completed } = imported.value.report;
      const title = added + completed > 0 ? texts.media.contactsAdded(added + completed) : texts.media.contactsKnown;
      toasts.show({ tone: 'plain', title });
    },
    view: (viewed) => store.setState({ viewed }),
    async open(place) {
      const answer = await call('media.open', place);
      if (!answer.ok) toasts.report(answer.error);
    },
  };
}
