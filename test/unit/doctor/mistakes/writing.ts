/**
 * JSON as other programs write it.
 * @module
 */

export const indented = (indent: number | string) => (text: string) => JSON.stringify(JSON.parse(text), null, indent);
/** Python's `json.dumps` for bodies with objects of strings, numbers and null. */
export const python = (text: string): string =>
  indented(1)(text)
    .replace(/\n\s*/g, ' ')
    .replace(/([{[]) /g, '$1')
    .replace(/ ([}\]])/g, '$1');
export const ascii = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
export const asciiUpper = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
export const reordered = (value: unknown, order: (keys: string[]) => string[]): unknown =>
  typeof value !== 'object' || value === null
    ? value
    : Object.fromEntries(order(Object.keys(value)).map((key) => [key, reordered((value as Record<string, unknown>)[key], order)]));
export const inOrder = (order: (keys: string[]) => string[]) => (text: string) => JSON.stringify(reordered(JSON.parse(text), order));
export const twice = (text: string): string => Buffer.from(text).toString('latin1');
