/**
 * Codes of the sample texts, found as the core finds them. There is no clipboard: the window writes to the browser's.
 * @module
 */
import { refuse } from '../../../src/contract/errors.ts';
import type { Handlers, MethodName } from '../../../src/contract/methods.ts';
import { findCode } from '../../../src/domain/code.ts';
import { ok } from '../../../src/domain/result.ts';
import type { Standing } from './state.ts';

export function createCodeHandlers({ state }: Standing): Pick<Handlers, Extract<MethodName, `codes.${string}`>> {
  const inbound = () => [...state.messages.values()].flat().filter(({ direction }) => direction === 'inbound');
  return {
    'codes.latest': async () => {
      const newestFirst = inbound().sort((one, other) => other.sequence - one.sequence);
      for (const { id, conversationId, peer, at, body } of newestFirst) {
        const code = findCode(body)?.code;
        if (code !== undefined) return ok({ code: { messageId: id, conversationId, code, peer, at } });
      }
      return ok({ code: null });
    },
    'codes.copy': async ({ messageId }) => {
      const code = findCode(inbound().find(({ id }) => id === messageId)?.body ?? '')?.code;
      return code === undefined ? refuse('not-found') : ok({ code, copied: false, clearsAt: null });
    },
    'codes.keep': async () => ok({}),
  };
}
