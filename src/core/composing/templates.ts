/**
 * The contract's `templates.*`.
 * @module
 */
import { refuse } from '../../contract/errors.ts';
import { ok } from '../../domain/result.ts';
import type { Template } from '../../domain/template.ts';
import type { Ground, Part } from '../ground.ts';
import { inOrder } from './order.ts';

/** More than this nobody finds again. */
const mostTemplates = 500;

export function createTemplates({ lists, random }: Ground): Part<'templates.save' | 'templates.remove' | 'templates.order'> {
  const { templates } = lists;
  return {
    handlers: {
      'templates.save': async ({ id, title, body }) => {
        const template: Template = { id: id ?? `template_${random.token(9)}`, title, body };
        const outcome = await templates.change<'saved' | 'gone' | 'full'>((items) => {
          if (id === undefined) {
            if (items.length >= mostTemplates) return { items, value: 'full' };
            return { items: [...items, template], value: 'saved' };
          }
          if (!items.some((item) => item.id === id)) return { items, value: 'gone' };
          return { items: items.map((item) => (item.id === id ? template : item)), value: 'saved' };
        });
        if (outcome === 'gone') return refuse('not-found');
        if (outcome === 'full') return refuse('invalid-input', { message: `There are ${mostTemplates} templates already.` });
        return ok(template);
      },
      'templates.remove': async ({ id }) => {
        const removed = await templates.change((items) => ({
          items: items.filter((item) => item.id !== id),
          value: items.find((item) => item.id === id),
        }));
        return removed === undefined ? refuse('not-found') : ok(removed);
      },
      'templates.order': async ({ ids }) =>
        ok({
          items: await templates.change((items) => {
            const ordered = inOrder(items, ids);
            return { items: ordered, value: [...ordered] };
          }),
        }),
    },
  };
}
