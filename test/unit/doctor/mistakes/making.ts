/**
 * A mistake that is made by hand in a delivery that was valid before.
 * @module
 */
import type { MistakeCode } from '../../../../src/contract/diagnosis.ts';
import { type Changes, hmac, type Kind } from '../cases.ts';

export type Mistake = {
  readonly what: string;
  readonly codes: readonly MistakeCode[];
  /** `undefined`: it cannot be made with this provider, or changes nothing there. */
  readonly make: (kind: Kind) => Changes | undefined;
};

export const isForm = ({ name }: Kind): boolean => name === 'cloudvno';
export const isJson = (kind: Kind): boolean => !isForm(kind);

export const hex = (kind: Kind, signed: Buffer | string, secret: string | Buffer = kind.secret): string =>
  `${kind.prefix}${hmac(secret, signed).toString('hex')}`;
