/** A JSON object's fields, each under one spelling of its name. */
export type Fields = ReadonlyMap<string, unknown>;

/**
 * The fields of a JSON object whose spelling is not documented: `MessageSid`, `message_sid` and `messageSid` are all
 * `messagesid`, and the first of them counts. `undefined` for anything but an object.
 */
export function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = new Map<string, unknown>();
  for (const [name, each] of Object.entries(value)) {
    const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
    if (!fields.has(plain)) fields.set(plain, each);
  }
  return fields;
}

/** The first of these fields that is there, `null` counting as there. */
export function firstOf(fields: Fields, names: readonly string[]): unknown {
  const found = names.find((name) => fields.has(name));
  return found === undefined ? undefined : fields.get(found);
}
