/**
 * Every way a TypeScript file can name another module: types, re-exports and dynamic imports included.
 * @module
 */
import { parseSync, Visitor } from 'vite';

/** What `source` imports, in order of appearance. `file` decides between TypeScript with and without JSX. */
export function importsOf(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`);
  const found: { readonly start: number; readonly name: string }[] = [];
  const note = (node: unknown) => {
    const { type, value, start } = node as { type: string; value: unknown; start: number };
    if (type === 'Literal' && typeof value === 'string') found.push({ start, name: value });
    else throw new Error(`${file} imports something that only shows at run time.`);
  };
  new Visitor({
    ImportDeclaration: ({ source }) => note(source),
    ExportAllDeclaration: ({ source }) => note(source),
    ExportNamedDeclaration: ({ source }) => {
      if (source !== null) note(source);
    },
    ImportExpression: ({ source }) => note(source),
    TSImportType: ({ source }) => note(source),
    TSExternalModuleReference: ({ expression }) => note(expression),
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type === 'Identifier' && callee.name === 'require' && first !== undefined) note(first);
    },
  }).visit(program);
  return found.toSorted((left, right) => left.start - right.start).map(({ name }) => name);
}
