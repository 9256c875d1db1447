/**
 * Stands in for `Notification`. As in Electron an object nobody refers to is collected, and its notification with it: the
 * stand-in holds its objects weakly, so that a test can show that the app holds them.
 * @module
 */
import { EventEmitter } from 'node:events';
import type { ActivationArguments, NotificationConstructorOptions, Notification as RealNotification } from 'electron';
import { createEvent, desktop, options } from './desktop.ts';
import type { NotificationState } from './native-state.ts';

const objects = new Map<number, WeakRef<EventEmitter>>();
let activation: ((details: ActivationArguments) => void) | undefined;

function note(number: number, changes: Partial<NotificationState>): void {
  desktop.notifications = desktop.notifications.map((each) => (each.number === number ? { ...each, ...changes } : each));
}

/** What is on the screen under this number. */
function shownObject(number: number): EventEmitter {
  if (!desktop.notifications.some((each) => each.number === number && each.state === 'shown')) {
    throw new Error(`Notification ${number} is not shown.`);
  }
  const object = objects.get(number)?.deref();
  if (object === undefined) throw new Error(`Notification ${number} was collected: nobody referred to it.`);
  return object;
}

function createNotification(given: NotificationConstructorOptions = {}): RealNotification {
  const { id = crypto.randomUUID(), groupId = '', title = '', body = '', hasReply = false, silent = false } = given;
  const actions = (given.actions ?? []).map(({ text = '' }) => text);
  if (options.platform === 'win32' && (id.length > 64 || groupId.length > 64)) throw new Error('Windows takes 64 characters at most.');
  const events = new EventEmitter();
  let number = 0;
  const members = {
    id,
    title,
    body,
    hasReply,
    show() {
      number = desktop.notifications.length + 1;
      objects.set(number, new WeakRef(events));
      const failed = options.notifications === 'failed';
      desktop.notifications = [
        ...desktop.notifications,
        { number, id, group: groupId, title, body, hasReply, actions, silent, state: failed ? 'failed' : 'shown' },
      ];
      setImmediate(() => {
        if (failed) events.emit('failed', createEvent({}), 'Notifications are not allowed for this application');
        else events.emit('show', createEvent({}));
      });
    },
    close() {
      if (desktop.notifications.find((each) => each.number === number)?.state !== 'shown') return;
      note(number, { state: 'closed' });
      setImmediate(() => events.emit('close', createEvent({ reason: 'applicationHidden' })));
    },
  } satisfies Partial<RealNotification>;
  return Object.assign(events, members) as RealNotification;
}

function construct(given?: NotificationConstructorOptions): RealNotification {
  return createNotification(given);
}

/** The constructor, called with `new`, and its static members. */
export const Notification = Object.assign(construct, {
  isSupported: () => options.notifications !== 'unsupported',
  handleActivation(callback) {
    if (options.platform !== 'win32') throw new Error('handleActivation exists on Windows only.');
    activation = callback;
    // Electron tells at once of what started the app.
    const { startedBy } = options;
    if (startedBy !== undefined) hand.activate(startedBy.type, startedBy.tag, startedBy.text);
  },
} satisfies Partial<typeof RealNotification>);

export const hand = {
  click(number: number): void {
    shownObject(number).emit('click', createEvent({}));
    note(number, { state: 'closed' });
  },
  dismiss(number: number): void {
    const object = shownObject(number);
    note(number, { state: 'closed' });
    object.emit('close', createEvent({ reason: 'userCanceled' }));
  },
  reply(number: number, text: string): void {
    const object = shownObject(number);
    if (!desktop.notifications.some((each) => each.number === number && each.hasReply)) throw new Error('It offers no reply.');
    object.emit('reply', createEvent({ reply: text }), text);
    note(number, { state: 'closed' });
  },
  act(number: number): void {
    const object = shownObject(number);
    if (!desktop.notifications.some((each) => each.number === number && each.actions.length > 0)) throw new Error('It has no button.');
    object.emit('action', createEvent({ actionIndex: 0 }), 0, -1);
    note(number, { state: 'closed' });
  },
  activate(type: 'click' | 'reply' | 'action', tag: string, text: string | undefined): void {
    if (activation === undefined) throw new Error('The app does not handle activations.');
    const details = { ...(text !== undefined && { reply: text }), ...(type === 'action' && { actionIndex: 0 }) };
    activation({ type, arguments: `type=${type}&tag=${tag}`, ...details });
  },
};
