import { counting } from '../../../src/domain/counting.ts';

const { many } = counting('en');

export const lanes = {
  heading: 'Lines and lanes',
  show: 'Show lines and lanes',
  inbox: 'Inbox',
  archived: 'Archived',
  lines: 'Lines',
  removedLine: 'Removed line',
  addNumber: 'Add your number',
  deliveries: 'Deliveries',
  settings: 'Settings',
  lineSettings: (label: string) => `Settings of ${label}`,
  unread: (count: number) => many(count, 'unread message', 'unread messages'),
};
