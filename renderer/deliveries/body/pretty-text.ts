/**
 * A tree of JSON as a text in lines, as it is copied: every value as it was written.
 * @module
 */
import { type JsonNode, type JsonTree, writtenValue } from '../../../src/domain/json-tree.ts';
import { commaAfter, indentOf, jsonRows } from './json-rows.ts';

export function prettyText(tree: JsonTree): string {
  return jsonRows(tree, new Set(), Number.MAX_SAFE_INTEGER)
    .flatMap(({ node: place, kind }) => {
      const node = tree.nodes[place];
      return node === undefined ? [] : [`${'  '.repeat(indentOf(node))}${lineOf(tree, node, kind)}`];
    })
    .join('\n');
}

function lineOf(tree: JsonTree, node: JsonNode, kind: ReturnType<typeof jsonRows>[number]['kind']): string {
  const [opening, closing] = node.kind === 'object' ? ['{', '}'] : ['[', ']'];
  if (kind === 'close') return `${closing}${commaAfter(tree, node)}`;
  const key = node.key === undefined ? '' : `${JSON.stringify(node.key)}: `;
  if (kind === 'open') return `${key}${opening}`;
  const isEmpty = node.kind === 'object' || node.kind === 'array';
  return `${key}${isEmpty ? `${opening}${closing}` : writtenValue(tree, node)}${commaAfter(tree, node)}`;
}
