// Builds the playground: files that run from any folder of any server, and ask no other server for anything.
import { defineConfig } from 'vite';
import { duckDbPlugin } from './build/duckdb-plugin.ts';
import { errorPagesPlugin } from './build/error-pages-plugin.ts';
import { galleryPlugin } from './build/gallery-plugin.ts';
import { librariesPlugin } from './build/libraries-plugin.ts';
import { policyPlugin } from './build/policy-plugin.ts';
import { serviceWorkerPlugin } from './build/service-worker-plugin.ts';

export default defineConfig({
  root: import.meta.dirname,
  // Relative addresses only: the folder that the page lies in is all that it knows of the world.
  base: './',
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [duckDbPlugin(), galleryPlugin(), errorPagesPlugin(), policyPlugin(), serviceWorkerPlugin()],
  // Workers are built by themselves; they alone read libraries.
  worker: { format: 'es', plugins: () => [librariesPlugin()] },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    target: 'es2023',
    // Monaco is one large part by nature; the budgets are tests.
    chunkSizeWarningLimit: 5000,
    reportCompressedSize: false,
    // A page that comes from a folder on this machine gains nothing from a list of what to fetch early.
    modulePreload: { polyfill: false },
  },
  server: { host: '127.0.0.1', strictPort: false },
});
