/**
 * A request while it is edited: the contract's, with headers that can be told apart while they are moved.
 * @module
 */
import type { LabDraft, LabExpectation, LabRequest, Mutation } from '../../src/contract/lab.ts';

/** `id`: the same for as long as it is edited, wherever it stands. */
export type EditedHeader = { readonly id: number; readonly name: string; readonly value: string };

export type EditedRequest = {
  readonly headers: readonly EditedHeader[];
  readonly body: LabRequest['body'];
  readonly sign: LabRequest['sign'];
  readonly deliveryId?: string;
};

/** What a draft was made of. */
export type Origin = { readonly mutation?: Mutation; readonly deliveryId?: string };

export type Draft = {
  readonly origin: Origin;
  readonly requests: readonly EditedRequest[];
  /** Nothing is known of what was changed by hand. */
  readonly expected: readonly LabExpectation[];
  readonly together: boolean;
  readonly edited: boolean;
};

let lastId = 0;

/** A header of the editor. */
export function newHeader(name = '', value = ''): EditedHeader {
  lastId += 1;
  return { id: lastId, name, value };
}

export function draftOf({ requests, expected, together }: LabDraft, origin: Origin): Draft {
  return {
    origin,
    expected,
    together,
    edited: false,
    requests: requests.map(({ headers, body, sign, deliveryId }) => ({
      headers: headers.map(([name, value]) => newHeader(name, value)),
      body,
      sign,
      ...(deliveryId !== undefined && { deliveryId }),
    })),
  };
}

/** What is sent. Rows that nothing was typed into are no headers. */
export function requestsOf({ requests }: Draft): LabRequest[] {
  return requests.map(({ headers, ...rest }) => ({
    ...rest,
    headers: headers.filter(({ name, value }) => name !== '' || value !== '').map(({ name, value }): [string, string] => [name, value]),
  }));
}

/** The draft with one of its requests changed by hand. */
export function withChange(draft: Draft, place: number, changes: Partial<EditedRequest>): Draft {
  return {
    ...draft,
    edited: true,
    expected: [],
    requests: draft.requests.map((request, index) => (index === place ? { ...request, ...changes } : request)),
  };
}

/** The headers with one of them moved up or down by one place; `undefined`: there is no such place. */
export function movedHeader(headers: readonly EditedHeader[], id: number, step: 1 | -1): readonly EditedHeader[] | undefined {
  const from = headers.findIndex((header) => header.id === id);
  const header = headers[from];
  const other = headers[from + step];
  if (!header || !other) return undefined;
  return headers.map((each, index) => (index === from ? other : index === from + step ? header : each));
}

/** What the core puts in place of a value it does not show; no header can hold it. */
const mask = '•';

export function isMasked(value: string): boolean {
  return value.includes(mask);
}
