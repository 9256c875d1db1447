/**
 * References in attribute values: the five names XML has, and numbers. Nothing a file declares is ever looked up, so
 * nothing can be expanded.
 *
 * SMS Backup & Restore writes characters beyond the first plane as two numbers, one a UTF-16 unit (`&#55357;&#56832;`).
 * XML forbids that, every file of that app with an emoji has it: each number is taken for the unit it names.
 * @module
 */
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const references = /&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{0,31}));|&/g;

/**
 * The text a value stands for. What is no reference stays as it is, and `onBad` is told of it.
 */
export function decodeReferences(value: string, onBad: (reference: string) => void): string {
  if (!value.includes('&')) return value;
  const decoded = value.replace(references, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined && Object.hasOwn(named, name)) return named[name] ?? whole;
    const digits = decimal ?? hexadecimal;
    const code = digits === undefined ? 0 : Number.parseInt(digits, decimal === undefined ? 16 : 10);
    if (code > 0 && code <= 0x10ffff) return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
    onBad(whole);
    return digits === undefined ? whole : '\ufffd';
  });
  return decoded.toWellFormed();
}
