/**
 * Runs the app's built main file as Electron would: `electron` means the stand-in, the arguments are the app's, and the
 * app is ready once the entry point has run to its end (a top-level `await app.whenReady()` hangs, as in Electron).
 * @module
 */
import { registerHooks } from 'node:module';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { optionsVariable, readOptions } from './options.ts';

const { main, args, platform } = readOptions(process.env);
const standIn = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'electron') return { url: standIn, shortCircuit: true };
    return next(specifier, context);
  },
});

process.argv = [process.execPath, main, ...args];
const { takeCommands } = await import('./commands.ts');
const { becomeReady } = await import('./lifecycle.ts');
takeCommands();
delete process.env[optionsVariable];
Object.defineProperty(process, 'platform', { value: platform });

await import(pathToFileURL(main).href);
becomeReady();
