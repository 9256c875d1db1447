/**
 * The window's only way out of its sandbox: the contract, by name. Everything that comes back is checked on the other
 * side as well; the list here keeps anything else from even being asked.
 * @module
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { Answered } from '../src/contract/errors.ts';
import type { MethodName } from '../src/contract/methods.ts';
import { callChannel, eventChannel, fileChannel } from './channels.ts';

/** Names only: the schemas stay out of the sandbox. A method that is missing here does not compile. */
const methods: Record<MethodName, true> = {
  'state.snapshot': true,
  'lines.list': true,
  'lines.providers': true,
  'lines.create': true,
  'lines.update': true,
  'lines.remove': true,
  'lines.test': true,
  'conversations.list': true,
  'conversations.get': true,
  'conversations.update': true,
  'conversations.updateMany': true,
  'conversations.restore': true,
  'conversations.markRead': true,
  'contacts.create': true,
  'contacts.update': true,
  'contacts.remove': true,
  'contacts.merge': true,
  'contacts.duplicates': true,
  'contacts.conversations': true,
  'contacts.undo': true,
  'contacts.check': true,
  'contacts.import': true,
  'contacts.export': true,
  'messages.list': true,
  'messages.get': true,
  'messages.send': true,
  'messages.retry': true,
  'messages.cancel': true,
  'messages.remove': true,
  'media.retry': true,
  'media.contacts': true,
  'media.save': true,
  'media.open': true,
  'search.query': true,
  'deliveries.list': true,
  'deliveries.get': true,
  'deliveries.reveal': true,
  'deliveries.rates': true,
  'deliveries.diagnose': true,
  'deliveries.fix': true,
  'deliveries.compose': true,
  'deliveries.replay': true,
  'deliveries.curl': true,
  'deliveries.export': true,
  'deliveries.learn': true,
  'tunnel.status': true,
  'tunnel.configure': true,
  'tunnel.start': true,
  'tunnel.stop': true,
  'tunnel.acceptHostKey': true,
  'reception.check': true,
  'reception.pause': true,
  'reception.resume': true,
  'reception.history': true,
  'lines.register': true,
  'lines.checkRegistration': true,
  'lines.restoreRegistration': true,
  'settings.get': true,
  'settings.update': true,
  'practice.text': true,
  'codes.latest': true,
  'codes.copy': true,
  'codes.keep': true,
  'exchange.inspect': true,
  'exchange.import': true,
  'exchange.export': true,
  'exchange.outcome': true,
  'jobs.cancel': true,
  'schedule.create': true,
  'schedule.update': true,
  'schedule.sendNow': true,
  'schedule.remove': true,
  'templates.save': true,
  'templates.remove': true,
  'templates.order': true,
  'rules.save': true,
  'rules.remove': true,
  'rules.order': true,
  'rules.tryOut': true,
  'jobs.dismiss': true,
};

const noSuchMethod: Answered<never> = { ok: false, error: { code: 'not-found', message: 'There is no such method.' } };

/** Events that come before the page listens, e.g. "show this conversation" after a click that started the app. */
const keptEvents = 100;

const listeners = new Set<(event: unknown) => void>();
let early: unknown[] = [];

ipcRenderer.on(eventChannel, (_event, data: unknown) => {
  if (listeners.size === 0) early = [...early, data].slice(-keptEvents);
  for (const listener of listeners) listener(data);
});

contextBridge.exposeInMainWorld(
  'texttray',
  Object.freeze({
    host: 'electron',
    call(method: string, input: unknown): Promise<unknown> {
      if (!Object.hasOwn(methods, method)) return Promise.resolve(noSuchMethod);
      return ipcRenderer.invoke(callChannel, method, input);
    },
    /** The system's dialogs and dropped files; checked on the other side, see `fileRequestSchema`. */
    file(request: unknown): Promise<unknown> {
      return ipcRenderer.invoke(fileChannel, request);
    },
    subscribe(listener: (event: unknown) => void): () => void {
      listeners.add(listener);
      for (const event of early.splice(0)) listener(event);
      return () => {
        listeners.delete(listener);
      };
    },
  }),
);
