/**
 * Deliveries that can be shown to anybody: invented numbers, codes and webhook paths instead of the real ones, the same for
 * the same in all that is masked together. Only those characters change; every other byte stays as it arrived.
 * @module
 */
import type { DeliveryMasking } from '../../../core/ports.ts';
import type { Delivery } from '../../../domain/delivery.ts';
import { contentTypeOf, isProof } from '../headers.ts';
import { decodeUtf8 } from '../shell.ts';
import { createCodes } from './codes.ts';
import { formLeaves } from './form-leaves.ts';
import { jsonLeaves } from './json-leaves.ts';
import { besides, type Edit, kindByName, type Leaf, plainLeaf, rewritten } from './leaf.ts';
import { createNumbers } from './numbers.ts';
import { createPaths } from './paths.ts';

type Headers = Delivery['headers'];

/** A form that came without its content type. */
const looksLikeForm = /^[\w.%[\]-]+=[^\s&=]*(?:&[\w.%[\]-]+=[^\s&=]*)*$/;

/** Whoever knows all of a text but the number can try all numbers. */
const sumOfText = /^sha256:/;

export function createMasking(): DeliveryMasking {
  const numbers = createNumbers();
  const codes = createCodes();
  const paths = createPaths();
  const regions = new Map<string, string>();

  const editsOf = (leaf: Leaf, region: string): readonly Edit[] => {
    const ofCodes = codes.edits(leaf);
    return [...ofCodes, ...besides(numbers.edits(leaf, region), ofCodes)];
  };

  return {
    learn({ delivery, url }, region) {
      regions.set(delivery.id, region);
      paths.learn(url);
      paths.learn(delivery.path);
      const { text } = bodyText(delivery);
      const { query = '', headers, answer } = delivery;
      const all = [
        ...leavesOf(text, contentTypeOf(headers)),
        ...formLeaves(query, 1),
        ...headers.map(headerLeaf),
        ...leavesOf(answer?.body ?? '', answer?.contentType ?? ''),
      ];
      for (const leaf of all) {
        numbers.learn(leaf, region);
        codes.learn(leaf);
      }
    },
    mask({ delivery, provider, url }) {
      const region = regions.get(delivery.id) ?? '';
      const change = (written: string, leaves: readonly Leaf[]): string =>
        paths.masked(rewritten(written, leaves, (leaf) => editsOf(leaf, region)));
      const { query, answer, key, path, ...rest } = delivery;
      const { text, encode } = bodyText(delivery);
      const body = encode(change(text, leavesOf(text, contentTypeOf(delivery.headers))));
      const headers = delivery.headers.flatMap(([name, value]): Headers => {
        if (isProof(name)) return [];
        if (/^content-length$/i.test(name)) return [[name, String(body.length)]];
        return [[name, change(value, [headerLeaf([name, value])])]];
      });
      const answered = answer?.body;
      const masked: Delivery = {
        ...rest,
        path: paths.masked(path),
        ...(query !== undefined && { query: change(query, formLeaves(query, 1)) }),
        headers,
        body: body.toString('base64'),
        bytes: body.length,
        ...(key !== undefined && !sumOfText.test(key) && { key: change(key, [plainLeaf('opaque', key)]) }),
        ...(answered !== undefined && {
          answer: { ...answer, body: change(answered, leavesOf(answered, answer?.contentType ?? '')) },
        }),
      };
      return {
        taken: { delivery: masked, provider, url: paths.masked(url) },
        brokeSignature: delivery.headers.some(([name]) => isProof(name)),
      };
    },
  };
}

/** Bytes that are no UTF-8 are taken one by one, so that all but digits come back as they were. */
function bodyText({ body, headers }: Delivery): { readonly text: string; encode(text: string): Buffer } {
  const bytes = isCompressed(headers) ? Buffer.alloc(0) : Buffer.from(body, 'base64');
  const text = decodeUtf8(bytes);
  return text === undefined
    ? { text: bytes.toString('latin1'), encode: (changed) => Buffer.from(changed, 'latin1') }
    : { text, encode: (changed) => Buffer.from(changed) };
}

/** What is in there cannot be masked, so it is left out. */
function isCompressed(headers: Headers): boolean {
  return headers.some(([name, value]) => /^content-encoding$/i.test(name) && !/^(?:identity)?$/i.test(value.trim()));
}

function leavesOf(text: string, contentType: string): readonly Leaf[] {
  if (text === '') return [];
  const leaves = jsonLeaves(text);
  if (leaves !== undefined) return leaves;
  return /x-www-form-urlencoded/i.test(contentType) || looksLikeForm.test(text) ? formLeaves(text) : [plainLeaf('text', text)];
}

function headerLeaf([name, value]: readonly [string, string]): Leaf {
  return plainLeaf(kindByName(name) === 'address' ? 'address' : 'opaque', value);
}
