import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Named, because electron-vite would derive them from the electron package, and development may run on an older runtime (scripts/setup).
const nodeTarget = 'node20.18';
const windowTarget = 'chrome130';

/** Only what cannot be bundled stays a package of its own: native modules, and RDKit's WebAssembly beside its loader. */
const nativePackages = ['better-sqlite3', '@node-rs/argon2', '@rdkit/rdkit'];

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      externalizeDeps: { include: nativePackages },
      rollupOptions: { input: { index: 'src/main/index.ts', engine: 'src/main/engine/index.ts' } },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      // A sandboxed preload is one CommonJS file.
      rollupOptions: { input: { index: 'src/preload/index.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    // The shell replaces this word by a fresh nonce in every page it serves (src/main/shell/app-protocol.ts).
    html: { cspNonce: 'aliquot-csp-nonce' },
    build: {
      target: windowTarget,
      // Fonts and pictures stay files: the content security policy allows no `data:` fonts.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4096,
      rollupOptions: { input: { index: 'src/renderer/index.html' } },
    },
    server: { port: 5173, strictPort: true, hmr: { protocol: 'ws', host: 'localhost', port: 5173 } },
  },
});
