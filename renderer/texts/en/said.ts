/**
 * The core speaks English: what it says is shown as it comes.
 * @module
 */
export { reasonTexts as reasons, verdictTexts as verdicts } from '../../../src/contract/reasons.ts';

export const said = (sentence: string): string => sentence;
