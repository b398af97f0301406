import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { describeBuild } from './server/web-describe.ts';
import { listSurfaces } from './web/surfaces/list-surfaces.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const surfaces = listSurfaces();

/** What lets the pages of hall devices open without the server. */
const WORKER = 'device-worker';

/**
 * One build, one HTML input for each surface. Chunks are left to the bundler: groups of our own made the
 * public pages carry the staff's component library.
 */
export default defineConfig({
  root: at('web/surfaces'),
  publicDir: at('web/static'),
  cacheDir: at('node_modules/.cache/vite'),
  appType: 'custom',
  plugins: [react(), describeBuild(at('.'), surfaces)],
  server: { fs: { allow: [at('.')] } },
  build: {
    outDir: at('dist/web'),
    emptyOutDir: true,
    // The newest browser of terminals that still run Windows 7.
    target: 'chrome109',
    reportCompressedSize: false,
    // Inlined files would be scripts and fonts in `data:` addresses, which the content policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // Our modules only declare: a page list that wants one permission of a contract must not carry the rest.
      treeshake: {
        moduleSideEffects: [
          { test: /\/(?:kernel|modules|web\/(?:kit|client))\/.*\.tsx?$/, sideEffects: false },
        ],
      },
      input: {
        ...Object.fromEntries(
          surfaces.map(({ name }) => [name, at(`web/surfaces/${name}/index.html`)]),
        ),
        [WORKER]: at('web/surfaces/device/worker.ts'),
      },
      output: {
        // A worker's address never changes, and the folder it lies in says which pages it may serve.
        entryFileNames: ({ name }) =>
          name === WORKER ? `${WORKER}.js` : 'assets/[name]-[hash].js',
      },
    },
  },
});
