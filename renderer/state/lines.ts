/**
 * Lines and settings: forms that show their own failures beside the fields.
 * @module
 */
import type { MethodInput } from '../../src/contract/methods.ts';
import { providerInOwnWords } from '../own-words.ts';
import { texts } from '../texts.ts';
import type { ActionContext } from './context.ts';

export function createLines({ store, call, toasts }: ActionContext) {
  async function loadProviders(): Promise<void> {
    if (store.getState().providers.length > 0) return;
    const answer = await call('lines.providers', {});
    if (answer.ok) store.setState({ providers: answer.value.items.map(providerInOwnWords) });
    else toasts.report(answer.error);
  }

  const create = (input: MethodInput<'lines.create'>) => call('lines.create', input);
  const update = (input: MethodInput<'lines.update'>) => call('lines.update', input);
  const remove = (id: string) => call('lines.remove', { id });
  const test = (id: string) => call('lines.test', { id });

  /** The simulated phone of the practice line texts the user, through the real receiver. */
  async function practice(lineId?: string, body?: string): Promise<void> {
    const answer = await call('practice.text', { ...(lineId !== undefined && { lineId }), ...(body !== undefined && { body }) });
    if (!answer.ok) toasts.report(answer.error);
  }

  async function updateSettings(changes: MethodInput<'settings.update'>): Promise<void> {
    const answer = await call('settings.update', changes);
    if (answer.ok) store.setState({ settings: answer.value });
    else toasts.report(answer.error);
  }

  async function copy(text: string): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      toasts.show({ tone: 'bad', title: texts.toasts.notCopied });
      return false;
    }
  }

  return { loadProviders, create, update, remove, test, practice, updateSettings, copy };
}
