/**
 * Stands in the built window for the library of schemas (see vite.config.ts). Whatever gets here was parsed by the core
 * or its carrier, so that the window needs the types of schemas and never the schemas; they would be a part of what it
 * weighs. Parsing with them here is a bug, and throws.
 * @module
 */
const parsing = new Set<PropertyKey>(['parse', 'safeParse', 'parseAsync', 'safeParseAsync']);

function refuse(): never {
  throw new Error('The window parses nothing: the core does.');
}

/** Whatever is built from it is it again. */
const anySchema: object = new Proxy(() => undefined, {
  get: (_target, name) => (parsing.has(name) ? refuse : anySchema),
  apply: () => anySchema,
});

export const z = anySchema;
