import { counting } from '../../../src/domain/counting.ts';

const { counted, many } = counting('en');

export const composer = {
  message: 'Message',
  placeholder: 'Write a text',
  placeholderTo: (peer: string) => `Text ${peer}`,
  left: (count: number) => `${counted.format(count)} left`,
  send: 'Send',
  segments: (count: number, encoding: string, left: number) =>
    `${many(count, 'segment', 'segments')} · ${encoding} · ${counted.format(left)} left`,
  short: (position: number, count: number, encoding: string) => `${counted.format(position)} of ${counted.format(count)} · ${encoding}`,
  forced: 'makes this UCS-2: fewer characters fit a segment.',
  useGsm7: 'Use GSM-7 instead',
  addAttachment: 'Add an attachment',
  attachmentLabel: 'Address of the attachment',
  attachmentPlaceholder: 'https://…',
  attachmentHelp: 'Your provider fetches it from there and sends it along.',
  attach: 'Attach',
  removeAttachment: (url: string) => `Remove attachment ${url}`,
  attachmentInvalid: 'Enter a whole address that begins with https:// or http://.',
  receiveOnly: (line: string) => `${line} only receives: its provider does not send texts.`,
  nameSender: 'This sender is a name, not a number, so it cannot be answered.',
  lineRemoved: 'This line was removed. Its conversations stay here to read.',
  optedOut: (keyword: string) => `They texted ${keyword}: they do not want texts on this line.`,
  textAnyway: 'Text them anyway',
  textAnywayTitle: 'Text someone who asked you not to?',
  textAnywayText:
    'They opted out on this line. Texting them again may break the law or your provider’s rules. Do this only if they told you in another way that it is fine.',
  earlierWentOut: 'The earlier version had already gone out. Your changes are still here.',
};

export const compose = {
  title: 'New conversation',
  line: 'From',
  to: 'To',
  toPlaceholder: 'Name or number',
  noLine: 'None of your lines can send. Add a number whose provider sends texts.',
};
