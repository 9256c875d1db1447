/**
 * Sample content: neutral texts, numbers from ranges kept for fiction.
 * @module
 */
import type { LineView } from '../../../src/contract/views.ts';
import type { Conversation } from '../../../src/domain/conversation.ts';
import type { Message, MessageStatus } from '../../../src/domain/message.ts';
import { sampleRegistration } from './reception.ts';
import { conversationOf, type StandInState } from './state.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();

export function sampleLine(id: string, provider: LineView['provider'], label: string, number: string, isPublic = true): LineView {
  const path = `/hooks/${id.padEnd(22, 'x').slice(0, 22)}`;
  const base = isPublic ? 'https://texts.example.com' : 'http://127.0.0.1:8765';
  return {
    id,
    provider,
    label,
    number,
    webhookPath: path,
    publicUrls: isPublic ? [{ url: `${base}${path}`, since: ago(9 * day) }] : [],
    createdAt: ago(20 * day),
    webhookUrl: `${base}${path}`,
    webhookUrlIsPublic: isPublic,
    canSend: provider !== 'receivesms-ink',
    storedSecrets: { authToken: true, apiKey: true, webhookSecret: true },
    openCredentials: {},
    registration: sampleRegistration(id),
    lastDelivery: { at: ago(3 * minute), verdict: 'accepted' },
  };
}

type Said = readonly [from: 'in' | 'out', before: number, body: string, more?: Partial<Message>];
export type Sample = {
  readonly lineId: string;
  readonly peer: string;
  readonly said: readonly Said[];
  readonly flags?: Partial<Conversation>;
};

const failed = (code: string, message: string, resolution: string) => ({
  status: 'failed' as MessageStatus,
  failure: { code, message, resolution },
});

export const samples: readonly Sample[] = [
  {
    lineId: 'work',
    peer: '+12025550143',
    flags: { readUpTo: -2, known: true, tags: ['clients'] },
    said: [
      ['in', 2 * day + 3 * hour, 'Good morning! Is the studio free on Thursday afternoon?'],
      ['out', 2 * day + 2.9 * hour, 'Good morning. Yes, from 2 pm. Shall I hold it for you?', { status: 'delivered' }],
      ['in', 2 * day + 2.8 * hour, 'Please do, for three hours.'],
      ['in', 2 * day + 2.79 * hour, 'And could we have the large backdrop?'],
      ['out', 2 * day + 2.6 * hour, 'Both noted. The large backdrop is the grey one, 2.7 m wide.', { status: 'delivered' }],
      ['out', 2 * day + 2.59 * hour, 'You can see it here: https://studio.example.com/backdrops', { status: 'delivered' }],
      ['in', 1 * day + 5 * hour, 'Looks perfect. What is the best way to get there by train?'],
      [
        'out',
        1 * day + 4.8 * hour,
        'Line 4 to Harbour, then six minutes on foot along the water. The entrance is in the courtyard, second door on the left. Ring at “Studio 3” and I will come down.',
        { status: 'delivered' },
      ],
      ['in', 1 * day + 4.7 * hour, 'Great, thank you!'],
      ['out', 55 * minute, 'A reminder for tomorrow, 2 pm. See you then.', { status: 'delivered' }],
      ['in', 6 * minute, 'We are looking forward to it.'],
      ['in', 5 * minute, 'One more thing: there will be four of us instead of three. Is that all right?'],
      ['in', 3 * minute, 'And is there a place to leave a bicycle?'],
    ],
  },
  {
    lineId: 'work',
    peer: '+12025550178',
    flags: { known: true, tags: ['clients', 'invoices'] },
    said: [
      ['in', 13.4 * hour, 'Good evening, one question about the invoice.', { recovered: true, providerAt: ago(19 * hour) }],
      ['in', 13.39 * hour, 'Never mind, I found the answer.', { recovered: true, providerAt: ago(16 * hour) }],
      ['in', 5 * hour, 'Could you send the invoice again? I cannot find it.'],
      [
        'out',
        4.9 * hour,
        'Of course, here it is.',
        { status: 'delivered', media: [{ url: 'https://files.example.com/invoice-0042.pdf' }] },
      ],
      [
        'out',
        22 * minute,
        'Did it arrive?',
        failed(
          'carrier_blocked',
          'The carrier did not take this text.',
          'Send it without a link, or ask CloudVNO support about this carrier.',
        ),
      ],
    ],
  },
  {
    lineId: 'ink',
    peer: 'PARCELS',
    flags: { readUpTo: -2 },
    said: [
      ['in', 3 * day, 'Your parcel is on its way. Follow it at https://parcels.example.com/t/8841'],
      ['in', 41 * minute, 'Your parcel arrives today between 15:00 and 17:00.'],
    ],
  },
  {
    lineId: 'ink',
    peer: '72345',
    flags: { readUpTo: -2 },
    said: [['in', 2 * minute, 'Your code is 481 920. It is valid for ten minutes. Do not share it with anyone.']],
  },
  {
    lineId: 'ink',
    peer: 'TRAINPASS',
    said: [['in', 3 * hour, 'TrainPass: 77041 is your login code.']],
  },
  {
    lineId: 'ink',
    peer: '30303',
    flags: { muted: true, readUpTo: -2 },
    said: [['in', 7 * hour, 'This week only: two for one on all plants. Reply STOP to opt out.']],
  },
  {
    lineId: 'phone',
    peer: '+12025550186',
    flags: { readUpTo: -2 },
    said: [
      ['in', 26 * minute, 'Hello, I saw your photographs at the harbour café. Do you also take family portraits?'],
      ['in', 25 * minute, 'We would be five.'],
    ],
  },
  {
    lineId: 'work',
    peer: '+12025550137',
    flags: { blocked: true },
    said: [['in', 2 * day, 'Congratulations! You have been selected. Answer with your address to claim it.']],
  },
  {
    lineId: 'phone',
    peer: '+442079460155',
    flags: { pinned: true, known: true },
    said: [
      ['in', 1 * day + 2 * hour, 'Are we still on for Friday?'],
      ['out', 1 * day + 1.9 * hour, 'Yes! Half past seven, the usual place.', { status: 'sent' }],
      ['in', 1 * day + 1.85 * hour, 'Wonderful. I will bring the photographs.'],
    ],
  },
  {
    lineId: 'phone',
    peer: '+12025550119',
    said: [
      ['in', 9 * hour, 'The key is with the neighbours, second floor.'],
      [
        'out',
        8.9 * hour,
        'Thanks, I will pick it up at six.',
        { status: 'unconfirmed', failure: { code: 'timeout', message: 'No answer came from Mobile API Connect.' } },
      ],
    ],
  },
  {
    lineId: 'work',
    peer: '+12025550162',
    said: [['in', 4 * day, 'STOP']],
    flags: { known: true, optOut: { keyword: 'STOP', at: ago(4 * day) } },
  },
  { lineId: 'phone', peer: '+972545550133', flags: { known: true }, said: [['in', 5 * day, 'שלום, הפגישה מחר ב-10:30 בחדר 4. נתראה!']] },
  {
    lineId: 'work',
    peer: '+12025550104',
    said: [['out', 6 * day, 'The quote is attached to my mail of this morning.', { status: 'delivered' }]],
  },
  {
    lineId: 'work',
    peer: '+12025550191',
    flags: { draft: 'I could offer you Tuesday or', known: true, tags: ['clients'] },
    said: [['in', 8 * day, 'Do you have time next week?']],
  },
  { lineId: 'phone', peer: '+12025550127', flags: { known: true }, said: [['in', 12 * day, 'Found it, thanks!']] },
  { lineId: 'work', peer: '+12025550150', flags: { archived: true }, said: [['in', 40 * day, 'All paid. Until next time.']] },
];

let sequence = 0;

export function fill(state: StandInState, content: readonly Sample[]): void {
  const ordered = content
    .flatMap((sample) => sample.said.map((said) => ({ sample, said })))
    .sort((one, other) => other.said[1] - one.said[1]);
  for (const { sample, said } of ordered) {
    const message = sampleMessage(sample.lineId, sample.peer, said);
    const items = state.messages.get(message.conversationId);
    if (items) items.push(message);
    else state.messages.set(message.conversationId, [message]);
  }
  for (const { lineId, peer, flags } of content) {
    const id = `${lineId}:${peer}`;
    const items = state.messages.get(id) ?? [];
    const last = items.at(-1);
    if (!last) continue;
    const read = conversationOf(last, items, undefined);
    // -2: the last run of theirs is unread; otherwise everything is read.
    const answered = items.findLast(({ direction }) => direction === 'outbound')?.sequence ?? -1;
    const readUpTo = flags?.readUpTo === -2 ? answered : last.sequence;
    const known = items.some(({ direction }) => direction === 'outbound');
    state.conversations.set(id, conversationOf(last, items, { ...read, known, ...flags, readUpTo }));
  }
}

export function sampleMessage(lineId: string, peer: string, [from, before, body, more]: Said): Message {
  sequence += 1;
  return {
    id: `m${sequence}`,
    sequence,
    lineId,
    conversationId: `${lineId}:${peer}`,
    peer,
    direction: from === 'in' ? 'inbound' : 'outbound',
    body,
    at: ago(before),
    status: from === 'in' ? 'received' : 'sent',
    ...(from === 'in' && { deliveryId: 'd1' }),
    ...more,
  };
}

/** A conversation of many messages. */
export function longConversation(count: number): Sample {
  const words = [
    'Yes.',
    'On my way, ten minutes.',
    'Could you look at it once more, and tell me which of the two you like better?',
    'Thanks!',
    'I will call you tomorrow.',
  ];
  const said = Array.from({ length: count }, (_, index): Said => {
    const back = (count - index) * 7 * minute;
    return [
      index % 3 === 0 ? 'out' : 'in',
      back,
      `${words[index % words.length]} (${index + 1})`,
      index % 3 === 0 ? { status: 'delivered' } : {},
    ];
  });
  return { lineId: 'work', peer: '+12025550199', said };
}
