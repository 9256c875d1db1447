/**
 * Another string was signed than the canonical one.
 * @module
 */
import type { MistakeCode } from '../../../../src/contract/diagnosis.ts';
import { byKey, formOf, parameters, quotePlus, url } from '../cases.ts';
import { hex, isForm, isJson, type Mistake } from './making.ts';

/** Signed over another string than the canonical one. */
const asForm = (what: string, codes: readonly MistakeCode[], signed: () => string): Mistake => ({
  what,
  codes,
  make: (kind) => (isForm(kind) ? { signature: hex(kind, signed()) } : undefined),
});

/** The parameters, written by `write`, after the URL. */
const quoted = (write: (text: string) => string, pairs = byKey(parameters)): string =>
  url + pairs.map(([key, value]) => `${write(key)}=${write(value)}`).join('&');

export const encodingMistakes: readonly Mistake[] = [
  asForm('%20 instead of +', ['encoding-space'], () => quoted((text) => quotePlus(text).replaceAll('+', '%20'))),
  asForm(
    '* and ~ the way URLSearchParams writes them',
    ['encoding-marks'],
    () => url + new URLSearchParams(byKey(parameters).map(([key, value]) => [key, value])).toString(),
  ),
  asForm('the tilde escaped', ['encoding-marks'], () => quoted((text) => quotePlus(text).replaceAll('~', '%7E'))),
  asForm('the star not escaped', ['encoding-marks'], () => quoted((text) => quotePlus(text).replaceAll('%2A', '*'))),
  asForm('encodeURIComponent', ['encoding-marks'], () => quoted(encodeURIComponent)),
  asForm('escapes in lower case', ['encoding-marks'], () =>
    quoted((text) => quotePlus(text).replace(/%../g, (found) => found.toLowerCase())),
  ),
  asForm('nothing escaped', ['encoding-marks'], () => quoted((text) => text)),
  asForm('parameters not sorted', ['parameters-order'], () => quoted(quotePlus, [...parameters])),
  asForm('empty parameters left out', ['parameters-empty'], () =>
    quoted(
      quotePlus,
      byKey(parameters).filter(([, value]) => value !== ''),
    ),
  ),
  asForm('the URL left out', ['url-left-out'], () => quoted(quotePlus).slice(url.length)),
  asForm('the body alone', ['url-left-out'], () => formOf(parameters)),
  asForm('the URL alone', ['body-left-out'], () => url),
  {
    what: 'the body as it is',
    codes: ['body-signed-raw'],
    make(kind) {
      if (!isForm(kind)) return undefined;
      const body = formOf(parameters).replaceAll('+', '%20');
      return { body, signature: hex(kind, url + body) };
    },
  },
  {
    what: 'a repeated parameter with its last value',
    codes: ['parameters-repeated'],
    make: (kind) =>
      isForm(kind)
        ? {
            body: `${formOf(parameters)}&To=%2B1`,
            signature: hex(kind, quoted(quotePlus, byKey(parameters.map(([key, value]) => [key, key === 'To' ? '+1' : value])))),
          }
        : undefined,
  },
  {
    what: 'the URL in front of the body',
    codes: ['url-added'],
    make: (kind) => (isJson(kind) ? { signature: hex(kind, Buffer.concat([Buffer.from(url), kind.body])) } : undefined),
  },
  { what: 'no body', codes: ['body-left-out'], make: (kind) => (isJson(kind) ? { signature: hex(kind, '') } : undefined) },
  {
    what: 'an object printed as text',
    codes: ['body-left-out'],
    make: (kind) => (isJson(kind) ? { signature: hex(kind, '[object Object]') } : undefined),
  },
];
