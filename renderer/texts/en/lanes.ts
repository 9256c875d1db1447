import { counting } from '../../../src/domain/counting.ts';

const { many } = counting('en');

export const lanes = {
  heading: 'Lines and lanes',
  show: 'Show lines and lanes',
  inbox: 'Inbox',
  waiting: 'Waiting on me',
  codes: 'Codes',
  unknown: 'Unknown senders',
  archived: 'Archived',
  blocked: 'Blocked',
  tags: 'Tags',
  more: 'More',
  conversations: (count: number) => many(count, 'conversation', 'conversations'),
  waitingFor: (duration: string) => `Waiting for ${duration}`,
  notes: {
    waiting: (hours: number) =>
      hours === 0
        ? 'The last word is theirs. Whoever waits longest comes first.'
        : `The last word is theirs, for ${many(hours, 'hour', 'hours')} or more. Whoever waits longest comes first.`,
    codes: (hours: number) => `One-time codes of the last ${many(hours, 'hour', 'hours')}. They leave this list by themselves.`,
    unknown: 'People and services you have never written to, who are not in your contacts.',
    blocked: 'Texts from here still arrive and are kept, but you are not notified and they count nowhere.',
  },
  empty: {
    waiting: { title: 'Nobody waits for you', text: 'Conversations come here when the last word is theirs and some time has passed.' },
    codes: {
      title: 'No code right now',
      text: 'A text with a one-time code shows up here, with the code ready to copy, and goes by itself.',
    },
    unknown: { title: 'No unknown senders', text: 'Whoever texts you for the first time and is not in your contacts shows up here.' },
    blocked: {
      title: 'Nobody is blocked',
      text: 'Blocked senders can still write; you just do not hear of it. Their texts are kept here.',
    },
    tag: (tag: string) => ({ title: `Nothing is tagged “${tag}”`, text: 'Put the tag on a conversation and it shows up here.' }),
  },
  color: 'Colour',
  colors: ['Pine', 'Blue', 'Orange', 'Violet', 'Teal', 'Rose', 'Olive', 'Grey'],
  look: 'In the inbox',
  waitingHours: 'Waiting on me after',
  waitingHoursHelp: 'Without an answer of yours for so long, a conversation is listed under Waiting on me.',
  waitingUsual: (hours: string) => `As in the settings (${hours})`,
  atOnce: 'At once',
  section: 'Lanes',
  unknownApart: 'Keep unknown senders out of the inbox',
  unknownApartHelp: 'Their texts are under Unknown senders only, until you answer, add them to your contacts or say they’re fine.',
  lines: 'Lines',
  removedLine: 'Removed line',
  addNumber: 'Add your number',
  deliveries: 'Deliveries',
  settings: 'Settings',
  lineSettings: (label: string) => `Settings of ${label}`,
  unread: (count: number) => many(count, 'unread message', 'unread messages'),
};
