/**
 * The question that is asked before keys are kept where nothing protects them.
 * @module
 */
import { dialog } from 'electron';

export async function askToStoreUnprotected(): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: 'This system has no protected place for keys',
    detail:
      'Texttray found no keyring (GNOME Keyring or KWallet). It can keep the keys of your lines in its data folder, readable by your account only, but not protected from other programs you run. Without keys no text can be verified.',
    buttons: ['Keep them unprotected', 'Do not keep them'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}
