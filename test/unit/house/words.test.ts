import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { filesIn, textOf } from './checkout.ts';

/** Attributes that people read or hear. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
  'help',
  'text',
  'description',
  'intro',
]);

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';

function* nodes(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* nodes(each);
  else if (isNode(value)) {
    yield value;
    for (const each of Object.values(value)) if (typeof each === 'object') yield* nodes(each);
  }
}

/** What is typed into computers is the same in every language: paths, commands, names of servers. */
const forComputers = /^~?\/|\.example\.com$|^ssh-/;

/** Words written into the markup instead of into the texts of each language. */
function hardCoded(source: string, name: string): readonly string[] {
  const { program } = parseSync(name, source);
  const found: string[] = [];
  const note = (text: unknown): void => {
    if (typeof text === 'string' && /\p{L}{2}/u.test(text) && !forComputers.test(text)) found.push(text.trim());
  };
  for (const node of nodes(program)) {
    if (node.type === 'JSXText') note(node.value);
    if (node.type === 'JSXExpressionContainer' && isNode(node.expression) && node.expression.type === 'Literal')
      note(node.expression.value);
    if (node.type !== 'JSXAttribute' || !isNode(node.name) || !spoken.has(String(node.name.name)) || !isNode(node.value)) continue;
    for (const inside of nodes(node.value)) {
      if (inside.type === 'Literal') note(inside.value);
      if (inside.type === 'TemplateElement') note(Reflect.get(inside.value as object, 'cooked'));
    }
  }
  return found;
}

test('no word of the window is written into its markup: each is in the texts of every language', () => {
  const files = filesIn('renderer', /\.tsx$/);
  expect(files.length).toBeGreaterThan(50);
  const found = files.map((path) => [path, hardCoded(textOf(path), path)] as const).filter(([, words]) => words.length > 0);
  expect(found).toEqual([]);
});

test('such words would be found', () => {
  const source = 'const A = (b) => <p aria-label={"Close " + b} title="Close it">Hello {b} <b className="x y">{"there"}</b></p>;';
  expect(hardCoded(source, 'a.tsx')).toEqual(['Close', 'Close it', 'Hello', 'there']);
});
