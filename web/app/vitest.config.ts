import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { locales } from './build/locales.ts';

const root = resolve(import.meta.dirname, '../..');

export default defineConfig({
  root,
  plugins: [react(), locales(root)],
  test: {
    include: ['web/**/*.test.{ts,tsx}', 'plugins/*/web/**/*.test.{ts,tsx}'],
    environment: 'jsdom',
    setupFiles: [resolve(import.meta.dirname, 'build/testSetup.ts')],
    restoreMocks: true,
    // Busy machines are slow at imitating a browser.
    testTimeout: 30_000,
    // The tests share nothing but the browser they imitate, which is slow to set up.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
  },
});
