/**
 * What is said outside the window, in English: notifications, tray, menus and dialogs of the system. Every other language
 * fills in the same form. What is said in the window is in renderer/texts.
 * @module
 */
import { counting } from '../../domain/counting.ts';

const { counted, many } = counting('en');
const list = new Intl.ListFormat('en');

export const en = {
  notices: {
    /** What the line of the simulated phone is called at first. */
    practiceLine: 'Practice',
    newMessage: 'New message',
    newMessageOn: (line: string) => `New message on ${line}`,
    newMessages: (count: number) => many(count, 'new message', 'new messages'),
    attachment: 'Attachment',
    attachments: (count: number) => many(count, 'attachment', 'attachments'),
    recovered: (count: number) => many(count, 'text recovered', 'texts recovered'),
    recoveredOn: (count: number, line: string) =>
      `${count === 1 ? 'It' : 'They'} reached ${line} while this computer could not be reached.`,
    /** More than one text of somebody waits. */
    several: (name: string, count: number) => `${name} (${counted.format(count)})`,
    quiet: (count: number, people: number) => `${many(count, 'text', 'texts')} from ${many(people, 'person', 'people')} while it was quiet`,
    quietNames: (names: readonly string[], more: number) =>
      more === 0 ? list.format(names) : list.format([...names, many(more, 'other', 'others')]),
    quietHidden: 'They came in your quiet hours.',
    answer: 'Answer',
    copyCode: (code: string) => `Copy ${code}`,
    codeCopied: 'Code copied',
    codeCleared: (seconds: number) => `It is taken out of the clipboard in ${many(seconds, 'second', 'seconds')}.`,
    noCode: 'There is no code to copy',
    noCodeLately: (hours: number) => `No code came in the last ${many(hours, 'hour', 'hours')}.`,
    refused: 'This system shows no notifications.',
    scheduledNotSent: 'A scheduled text was not sent',
    notSentTo: (name: string) => `Not sent to ${name}`,
    missed: 'The computer was asleep or Texttray was closed when it was due. Send it now or choose another time.',
    couldNotBeSent: 'It could not be sent.',
  },

  tray: {
    unread: (count: number) => `${counted.format(count)} unread`,
    nothingUnread: 'Nothing unread',
    open: 'Open Texttray',
    compose: 'New text…',
    settings: 'Settings…',
    quit: 'Quit Texttray',
    resume: 'Resume receiving',
    pause: 'Pause receiving',
    switchOn: 'Switch the tunnel on',
    copyUrl: 'Copy webhook URL',
    copyCode: 'Copy the latest code',
    pausedSince: (time: string) => `Paused since ${time}`,
    receiving: 'Receiving',
    degraded: 'Receiving with interruptions',
    checking: 'Checking whether texts can arrive',
    localOnly: 'Reachable on this computer only',
    notReachableSince: (time: string) => `Not reachable since ${time}`,
  },

  menu: {
    file: '&File',
    edit: '&Edit',
    view: '&View',
    window: '&Window',
    about: 'About Texttray',
    settings: 'Settings…',
    services: 'Services',
    hide: 'Hide Texttray',
    hideOthers: 'Hide Others',
    unhide: 'Show All',
    quit: 'Quit Texttray',
    close: 'Close Window',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pastePlain: 'Paste without Formatting',
    selectAll: 'Select All',
    usualSize: 'Usual Size',
    larger: 'Larger',
    smaller: 'Smaller',
    fullScreen: 'Full Screen',
    minimize: 'Minimize',
    zoom: 'Zoom',
    front: 'Bring All to Front',
    addToDictionary: 'Add to dictionary',
    noSuggestion: 'No suggestion',
  },

  closing: {
    title: 'Texttray keeps running',
    inTray: 'Texts still arrive. Open it from the tray icon, and quit it from the menu there.',
    minimised: 'Texts still arrive. This desktop has no tray, so the window was only minimised; quit it from its File menu.',
    understood: 'OK',
  },

  unprotected: {
    message: 'This system has no protected place for keys',
    detail:
      'Texttray found no keyring (GNOME Keyring or KWallet). It can keep the keys of your lines in its data folder, readable by your account only, but not protected from other programs you run. Without keys no text can be verified.',
    keep: 'Keep them unprotected',
    refuse: 'Do not keep them',
  },

  start: {
    impossible: 'Texttray cannot start',
    noFolder: (folder: string, reason: string) => `The data folder ${folder} cannot be made: ${reason}`,
    unexpected: (folder: string) => `Something went wrong inside Texttray. It was written to the log in ${folder}.`,
  },
};
