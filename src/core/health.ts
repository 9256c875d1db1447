/**
 * Turns the store's and the vault's health into problems the user is told of.
 * @module
 */
import { failure } from '../contract/errors.ts';
import type { MessageLog, SecretVault, StoreHealth } from './ports.ts';
import type { Problems } from './problems.ts';

type Dependencies = { readonly messages: MessageLog; readonly vault: SecretVault; readonly problems: Problems };

/** Watches until the returned function is called. */
export function watchHealth({ messages, vault, problems }: Dependencies): () => void {
  const tell = ({ writable, setAside }: StoreHealth): void => {
    if (writable) problems.clear('store');
    else {
      const { message, action } = failure('store-unavailable');
      problems.raise({ id: 'store', code: 'store-unavailable', message, ...(action !== undefined && { action }) });
    }
    for (const name of setAside) {
      problems.raise({
        id: `file ${name}`,
        code: 'file-set-aside',
        message: `A file of your data could not be read and was set aside as ${name}. Everything else works.`,
        action: 'Keep the file: parts of it may be recovered',
      });
    }
  };
  if (vault.protection === 'unprotected') {
    const { message, action } = failure('vault-unprotected');
    problems.raise({ id: 'vault', code: 'vault-unprotected', message, ...(action !== undefined && { action }) });
  }
  tell(messages.health());
  return messages.onHealth(tell);
}
