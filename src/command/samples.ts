/**
 * The samples by name: what a provider may send, and what it may get wrong. One name may be several requests.
 * @module
 */
import { type Mutation, mutationSchema } from '../contract/lab.ts';
import type { ProviderWire, SampleText } from '../core/ports.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { sampleTexts } from '../domain/sample-texts.ts';

export const sampleNames = ['text', ...mutationSchema.options] as const;
export type SampleName = 'text' | Mutation;

/** A request before it is signed. */
export type Planned = {
  readonly body: Uint8Array;
  /** `wrong`: made with another secret; `left-out`: the header is not there. */
  readonly proof: 'right' | 'wrong' | 'left-out';
};

export type Plan = {
  readonly requests: readonly Planned[];
  /** All at once instead of one after the other. */
  readonly together: boolean;
};

/** What a sample is made of. */
export type Ingredients = {
  readonly wire: ProviderWire;
  /** How the provider is called. */
  readonly label: string;
  /** A text of its own each time it is asked for, with what the user chose already in it. */
  readonly text: () => SampleText;
  /** A body with such a text, or the user's own. */
  readonly body: () => Uint8Array;
  /** Where it is sent: what is not there is looked for beside it. */
  readonly url: string;
};

type Sample = {
  /** One line for the list. */
  readonly what: string;
  /** What it brings along itself. */
  readonly own: readonly ('text' | 'media')[];
  /** It makes sense of somebody's own body too. */
  readonly takesBody?: true;
  plan(ingredients: Ingredients): Result<Plan, string>;
};

const mebibyte = 1_048_576;
const dayMs = 86_400_000;
const burst = 5;

export const samples: Readonly<Record<SampleName, Sample>> = {
  text: whole('a short text, signed as it should be', 'right'),
  'bad-signature': whole('signed with another secret: should be refused', 'wrong'),
  'missing-header': whole('without the header that proves it: should be refused', 'left-out'),
  stale: {
    what: 'a text that says it was sent a day ago',
    own: [],
    plan({ wire, label, text }) {
      if (!wire.carriesTime) return failed(`${label} does not say when a text was sent, so none of its texts can be stale.`);
      const fresh = text();
      return inOrder(right(wire.sample({ ...fresh, at: new Date(Date.parse(fresh.at) - dayMs).toISOString() })));
    },
  },
  duplicate: {
    what: 'the same text twice, as after an answer that was lost',
    own: [],
    takesBody: true,
    plan({ body }) {
      const twice = right(body());
      return inOrder(twice, twice);
    },
  },
  'reordered-burst': {
    what: `${burst} texts at once, the newest first`,
    own: [],
    plan({ wire, text }) {
      const texts = Array.from({ length: burst }, text).map((each, index) => ({ ...each, body: `${each.body} (${index + 1}/${burst})` }));
      return ok({ requests: texts.reverse().map((each) => right(wire.sample(each))), together: true });
    },
  },
  'ten-segments': saying('a text that takes ten segments', sampleTexts['ten-segments']),
  emoji: saying('emoji of several code points', sampleTexts.emoji),
  'right-to-left': saying('Hebrew and Arabic with digits and Latin letters between', sampleTexts['right-to-left']),
  'empty-body': { what: 'no body at all, signed as it should be', own: ['text', 'media'], plan: () => inOrder(right(new Uint8Array())) },
  'three-attachments': {
    what: 'a text with three attachments',
    own: ['media'],
    plan: (ingredients) =>
      withMedia(
        ingredients,
        [1, 2, 3].map((number) => `https://media.example/sample-${number}.jpg`),
      ),
  },
  'media-missing': {
    what: 'an attachment that is not where the text says',
    own: ['media'],
    plan: (ingredients) => withMedia(ingredients, [new URL(`/texttray-sample-${ingredients.text().id}.jpg`, ingredients.url).href]),
  },
  'body-1-mib': {
    what: 'a body of 1 MiB: too large for most receivers',
    own: ['text'],
    plan({ wire, text }) {
      const longText = text();
      const missing = mebibyte - wire.sample({ ...longText, body: '' }).length;
      return inOrder(right(wire.sample({ ...longText, body: 'x'.repeat(missing) })));
    },
  },
  'unknown-event': {
    what: 'an event that is not documented, signed as it should be',
    own: ['text', 'media'],
    plan: ({ wire, text }) => inOrder(right(wire.unknownEvent(text()))),
  },
};

/** Whether texts of this provider can have attachments at all. */
export function carriesMedia(wire: ProviderWire): boolean {
  const text: SampleText = { id: 1, from: '1', to: '2', body: '', mediaUrls: [], at: new Date(0).toISOString() };
  const withOne = wire.sample({ ...text, mediaUrls: ['https://media.example/one.jpg'] });
  return Buffer.compare(wire.sample(text), withOne) !== 0;
}

export function noMedia(label: string): string {
  return `Texts of ${label} have no attachments.`;
}

function inOrder(...requests: Planned[]): Result<Plan, never> {
  return ok({ requests, together: false });
}

function right(body: Uint8Array): Planned {
  return { body, proof: 'right' };
}

function whole(what: string, proof: Planned['proof']): Sample {
  return { what, own: [], takesBody: true, plan: ({ body }) => inOrder({ body: body(), proof }) };
}

function saying(what: string, body: string): Sample {
  return { what, own: ['text'], plan: ({ wire, text }) => inOrder(right(wire.sample({ ...text(), body }))) };
}

function withMedia({ wire, label, text }: Ingredients, mediaUrls: readonly string[]): Result<Plan, string> {
  if (!carriesMedia(wire)) return failed(noMedia(label));
  return inOrder(right(wire.sample({ ...text(), mediaUrls })));
}
