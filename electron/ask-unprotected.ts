/**
 * The question that is asked before keys are kept where nothing protects them.
 * @module
 */
import { dialog } from 'electron';
import type { Words } from '../src/contract/texts/words.ts';

export async function askToStoreUnprotected({ message, detail, keep, refuse }: Words['unprotected']): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message,
    detail,
    buttons: [keep, refuse],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}
