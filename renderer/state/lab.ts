/**
 * What the replay lab asks the core.
 * @module
 */
import type { Answered } from '../../src/contract/errors.ts';
import type { MethodInput, MethodOutput } from '../../src/contract/methods.ts';
import type { ActionContext } from './context.ts';

export function createLabActions({ call }: Pick<ActionContext, 'call'>) {
  const compose = (input: MethodInput<'deliveries.compose'>): Promise<Answered<MethodOutput<'deliveries.compose'>>> =>
    call('deliveries.compose', input);
  const replay = (input: MethodInput<'deliveries.replay'>): Promise<Answered<MethodOutput<'deliveries.replay'>>> =>
    call('deliveries.replay', input);
  return { compose, replay };
}
