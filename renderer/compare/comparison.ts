/**
 * The whole comparison of two deliveries as they are shown.
 * @module
 */
import type { DeliveryView } from '../../src/contract/views.ts';
import { type Body, type BodyComparison, compareBodies } from '../../src/domain/compare/bodies.ts';
import { compareHeaders } from '../../src/domain/compare/pairs.ts';
import { differs, type Row } from '../../src/domain/compare/row.ts';

export type Comparison = {
  readonly one: DeliveryView;
  readonly other: DeliveryView;
  readonly headers: readonly Row[];
  readonly body: BodyComparison;
  /** The exact bytes of both bodies. */
  readonly bytes: { readonly one: Uint8Array; readonly other: Uint8Array };
};

export function compareDeliveries(one: DeliveryView, other: DeliveryView): Comparison {
  const mine = bodyOf(one);
  const theirs = bodyOf(other);
  return {
    one,
    other,
    headers: compareHeaders(one.headers, other.headers),
    body: compareBodies(mine, theirs),
    bytes: { one: mine.bytes, other: theirs.bytes },
  };
}

/** Nothing differs that can be seen: masked values are not known here. */
export function nothingDiffers({ headers, body }: Comparison): boolean {
  return body.firstDifference === undefined && headers.every((row) => !differs(row) || (row.change === 'unknown' && !row.moved));
}

function bodyOf({ headers, bodyText, bodyBase64 }: DeliveryView): Body {
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return { text: bodyText, bytes: fromBase64(bodyBase64), form: /x-www-form-urlencoded/i.test(contentType) };
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
