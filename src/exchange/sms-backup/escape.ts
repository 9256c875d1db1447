/**
 * Text as the value of an attribute.
 * @module
 */
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: texts may hold them, and a parser makes spaces of some
const special = /[&<>"\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** Line breaks and control characters become references, so that they are still there when the file is read. */
function attributeValue(text: string): string {
  return text.toWellFormed().replace(special, (character) => {
    const code = character.charCodeAt(0);
    if (code === 0 || code >= 0xfffe) return '\ufffd';
    return escapes[character] ?? `&#${code};`;
  });
}

/** ` name="value"` for each of them; what is undefined is written as Android writes nothing: `null`. */
export function attributeList(attributes: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value === undefined ? 'null' : attributeValue(String(value))}"`)
    .join('');
}
