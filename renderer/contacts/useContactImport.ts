/**
 * The way of an import: a file is chosen, looked through, imported, and perhaps taken back. Nothing is changed before the
 * user has seen what would be.
 * @module
 */
import { useEffect, useRef, useState } from 'react';
import type { ContactReport } from '../../src/contract/contact-import.ts';
import type { Failure } from '../../src/contract/errors.ts';
import type { ChosenFile } from '../../src/contract/files.ts';
import { useActions } from '../state/binding.tsx';

export type ImportStep =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'taking'; readonly percent: number }
  | { readonly kind: 'reading'; readonly file: ChosenFile }
  | { readonly kind: 'report'; readonly file: ChosenFile; readonly report: ContactReport }
  | { readonly kind: 'importing'; readonly file: ChosenFile }
  | { readonly kind: 'done'; readonly report: ContactReport; readonly undo: string | null }
  | { readonly kind: 'undone' };

const endings = ['.vcf', '.vcard'];

export function useContactImport() {
  const { contacts, files } = useActions();
  const [step, setStep] = useState<ImportStep>({ kind: 'choosing' });
  const [failure, setFailure] = useState<Failure | null>(null);
  const held = useRef<string>(undefined);
  // A file that was not imported is not kept when one leaves.
  useEffect(() => () => void (held.current !== undefined && files.releaseFile(held.current)), [files]);

  const fail = (reason: Failure): void => {
    setFailure(reason);
    setStep({ kind: 'choosing' });
  };

  const hold = (fileId: string | undefined): void => {
    if (held.current !== undefined && held.current !== fileId) void files.releaseFile(held.current);
    held.current = fileId;
  };

  async function look(file: ChosenFile, region?: string): Promise<void> {
    setStep({ kind: 'reading', file });
    const answer = await contacts.check({ fileId: file.fileId, ...(region !== undefined && { region }) });
    if (!answer.ok) return fail(answer.error);
    setStep({ kind: 'report', file, report: answer.value });
  }

  return {
    step,
    failure,
    async choose(): Promise<void> {
      setFailure(null);
      const chosen = await files.chooseFile(endings, (done, total) =>
        setStep({ kind: 'taking', percent: total === 0 ? 100 : Math.floor((done / total) * 100) }),
      );
      if (!chosen.ok) return fail(chosen.error);
      if (chosen.value === null) return setStep((present) => (present.kind === 'taking' ? { kind: 'choosing' } : present));
      hold(chosen.value.fileId);
      await look(chosen.value);
    },
    look,
    async run(file: ChosenFile, region: string): Promise<void> {
      setStep({ kind: 'importing', file });
      const answer = await contacts.importFile({ fileId: file.fileId, region });
      if (!answer.ok) return fail(answer.error);
      hold(undefined);
      setStep({ kind: 'done', ...answer.value });
    },
    async takeBack(undo: string): Promise<void> {
      if (await contacts.takeBack(undo)) setStep({ kind: 'undone' });
    },
  };
}
