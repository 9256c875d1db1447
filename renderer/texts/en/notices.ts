import { counting } from '../../../src/domain/counting.ts';

const { many } = counting('en');

/** Notifications: what is set for all, for a line, for a conversation; and those the window shows itself. */
export const notices = {
  sound: 'Play a sound',
  preview: 'What a notification looks like',
  example: { name: 'Example One', text: 'Your code is 482913. I’m at the door!', line: 'Work' },
  newMessage: 'New message',
  newMessageOn: (line: string) => `New message on ${line}`,
  quiet: 'Quiet hours',
  quietHelp: 'Texts arrive without a notification. What you missed is told in one when they are over.',
  hours: 'From when to when',
  letCodesThrough: 'Let one-time codes through',
  browser: 'Notifications of this browser',
  browserHelp: {
    default: 'Shown by your system while this tab is open, also when you look at something else.',
    granted: 'Shown by your system while this tab is open. You can take that back in the browser’s settings for this page.',
    denied: 'This browser refuses them for this page. Allow them in its settings for this page.',
  },
  allow: 'Allow',
  allowed: 'Allowed',
  refused: 'Refused',

  line: 'Notifications of this line',
  lineNotify: 'Notify about its texts',
  asUsual: (usual: string) => `As usual: ${usual}`,

  conversation: 'Notifications…',
  title: (name: string) => `Notifications of ${name}`,
  mute: 'Mute',
  mutedFor: {
    hour: 'For 1 hour',
    hours: 'For 8 hours',
    tomorrow: (time: string) => `Until tomorrow, ${time}`,
    always: 'Until I unmute it',
  },
  mutedNow: 'It is muted until you unmute it.',
  mutedUntil: (time: string) => `It is muted until ${time}.`,
  unmute: 'Unmute',
  muteHelp: 'No notification, and its texts count nowhere.',
  always: 'Always notify',
  alwaysHelp: 'Also in quiet hours, and when its line is silent.',
  done: 'Done',

  answer: 'Answer',
};

/** One-time codes. */
export const codes = {
  title: 'One-time codes',
  help: 'Codes you sign in with elsewhere are found in texts and can be copied with one click.',
  copy: (code: string) => `Copy ${code}`,
  copied: 'Code copied',
  cleared: (seconds: number) => `It is taken out of the clipboard in ${many(seconds, 'second', 'seconds')}.`,
  keep: 'Keep it there',
  none: 'There is no code to copy',
  noneLately: (hours: number) => `None came in the last ${many(hours, 'hour', 'hours')}.`,
  boundTo: (site: string) => `Only for ${site}`,
  keepFor: 'Keep in the Codes lane for',
  hours: (count: number) => (count % 24 === 0 ? many(count / 24, 'day', 'days') : many(count, 'hour', 'hours')),
  clearAfter: 'Take out of the clipboard after',
  clearHelp: 'Only if the code is still there. What you copied since is never touched.',
  seconds: (count: number) => (count % 60 === 0 ? many(count / 60, 'minute', 'minutes') : many(count, 'second', 'seconds')),
  never: 'Never',
  shortcut: 'Copy the latest code from anywhere',
  shortcutHelp: 'A key combination that works while you are in another program.',
  choose: 'Choose keys…',
  press: 'Press the keys…',
  change: 'Change',
  remove: 'Remove',
};
