/**
 * How code that runs in Node (Electron's main process and preload, the browser host) becomes one file: everything is
 * bundled, so that neither the packaged app nor the browser host needs `node_modules` at run time.
 * @module
 */
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';

/**
 * Native parts ssh2 uses where they are there: it asks for them in a `try` and works without. They stay out even where somebody's
 * installation has compiled them, so that every build is the same.
 * @type {import('vite').Plugin}
 */
const withoutNativeParts = {
  name: 'without-native-parts',
  enforce: 'pre',
  // One module each: a CommonJS module that threw once is taken as empty the second time.
  resolveId: (source) => {
    const [, name] = /(?:^|\/)(cpu-features|sshcrypto\.node)$/.exec(source) ?? [];
    return name === undefined ? undefined : `\0native-part:${name}.cjs`;
  },
  load: (id) => (id.startsWith('\0native-part:') ? "throw new Error('This native part is not bundled.');" : undefined),
};

const fromTheRuntime = ['electron', /^electron\//, /^node:/, ...builtinModules];

/**
 * @param {{ root: string, entry: string, outDir: string, file: string, format: 'es' | 'cjs' }} bundle
 *   `root` is the folder of the entry, `outDir` is relative to it; `file` is the name of the one file that comes out.
 * @returns {import('vite').UserConfig}
 */
export function nodeBundle({ root, entry, outDir, file, format }) {
  return {
    root,
    publicDir: false,
    plugins: [withoutNativeParts],
    logLevel: 'warn',
    // CommonJS packages may ask where they are, which an ES module says in another way.
    ...(format === 'es' && { define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' } }),
    ssr: { target: 'node', noExternal: true, external: ['electron'] },
    build: {
      ssr: resolve(root, entry),
      outDir: resolve(root, outDir),
      emptyOutDir: false,
      target: 'node24',
      // Stack traces in bug reports stay readable; the size of these files does not matter.
      minify: false,
      rolldownOptions: {
        external: fromTheRuntime,
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
  };
}
