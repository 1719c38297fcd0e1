import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { locales } from './build/locales.ts';
import { sharedEntries, sharedModules } from './build/shared.ts';
import { styleNonce } from './build/styleNonce.ts';

const root = resolve(import.meta.dirname, '../..');
const server = process.env['PERGOLA_API'] ?? 'http://localhost:13000';

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that one build works below every public path; the server fills in the base of index.html.
  base: './',
  plugins: [react(), locales(root), styleNonce(), sharedModules()],
  html: { cspNonce: '{nonce}' },
  build: {
    outDir: resolve(root, 'artifacts/web'),
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: resolve(import.meta.dirname, 'index.html'), ...sharedEntries() },
      // Modules of plugins find what the entries share by its name.
      preserveEntrySignatures: 'exports-only',
    },
    chunkSizeWarningLimit: 2000,
  },
  server: {
    port: 5173,
    // The server signs nobody in from another origin, so it must see the one of the browser.
    proxy: {
      '/api': { target: server, changeOrigin: false },
      '/static/plugins': { target: server, changeOrigin: false },
      '/ws': { target: server, changeOrigin: false, ws: true },
    },
  },
});
