/**
 * Where the code of the index's thread is: a file of its own beside this one, in the sources as in what is built of them
 * (`dist/search/worker.js`, for the browser host and the shell alike; Electron reads it from inside its archive).
 * @module
 */
export const workerFile: URL = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : '../search/worker.js', import.meta.url);
