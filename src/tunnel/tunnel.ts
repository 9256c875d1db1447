/**
 * The tunnel the user chose, remembered over restarts. `own-url` starts nothing: it says under which address the user's
 * own proxy or port forward leads here. Whether it really does is for the core's probe to prove.
 * @module
 */
import { z } from 'zod';
import { failure } from '../contract/errors.ts';
import { tunnelKindSchema } from '../contract/views.ts';
import type { Clock, Document, Tunnel, TunnelReport } from '../core/ports.ts';
import { failed, ok } from '../domain/result.ts';
import { parsePublicUrl } from './public-url.ts';

export const tunnelDocumentSchema = z.object({
  kind: tunnelKindSchema,
  publicUrl: z.string().nullable(),
  /** False after the user stopped it, until they start it again. */
  enabled: z.boolean(),
});
export type TunnelDocument = z.infer<typeof tunnelDocumentSchema>;

export const noTunnel: TunnelDocument = { kind: 'none', publicUrl: null, enabled: true };

export function createTunnel({ document, clock }: { document: Document<TunnelDocument>; clock: Clock }): Tunnel {
  const listeners = new Set<(report: TunnelReport) => void>();
  const describe = (): TunnelReport => {
    const { kind, publicUrl, enabled } = document.get();
    const up = enabled && kind === 'own-url' && publicUrl !== null;
    return { kind, state: up ? 'up' : 'off', publicUrl: up ? publicUrl : null, since: new Date(clock.now()).toISOString() };
  };
  let report = describe();

  const change = async (next: TunnelDocument): Promise<TunnelReport> => {
    await document.set(next);
    report = describe();
    for (const listener of listeners) listener(report);
    return report;
  };

  return {
    report: () => report,
    async configure({ kind, publicUrl }) {
      if (kind === 'none') return ok(await change({ ...noTunnel }));
      const parsed = parsePublicUrl(publicUrl ?? '');
      if (!parsed.ok) return failed(failure('invalid-input', { fields: { publicUrl: parsed.error } }));
      return ok(await change({ kind, publicUrl: parsed.value, enabled: true }));
    },
    start: () => change({ ...document.get(), enabled: true }),
    stop: () => change({ ...document.get(), enabled: false }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      listeners.clear();
    },
  };
}
