import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { feedEnvironment } from './feed';
import { ports } from './ports';

const root = resolve(import.meta.dirname, '../..');
const url = `http://localhost:${ports.main}/`;

const server = (at: number, env: Record<string, string>) => ({
  command: 'eng/run --no-build',
  cwd: root,
  url: `http://localhost:${at}${env['APP_PUBLIC_PATH'] ?? '/'}api/__health_check`,
  timeout: 60_000,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 10_000 },
  env: {
    APP_PORT: String(at),
    APP_HOST: '127.0.0.1',
    APP_DRAIN_TIME: '0',
    STORAGE_PATH: mkdtempSync(join(tmpdir(), 'pergola-browser-')),
    // Off in a new installation, and what some of the journeys are about.
    APPEND_PRESET_BUILT_IN_PLUGINS: 'departments,localization',
    ...env,
  },
});

/** A published server with an empty installation of its own, and the Chromium of the machine. */
export default defineConfig({
  testDir: '.',
  outputDir: resolve(root, 'artifacts/browser'),
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...(process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['json'] as const] : [])],
  use: {
    baseURL: url,
    actionTimeout: 15_000,
    locale: 'en-US',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['PERGOLA_TEST_CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    },
  },
  webServer: [
    server(ports.main, {}),
    server(ports.inner, { APP_PUBLIC_PATH: '/inner/' }),
    server(ports.fed, feedEnvironment(ports.feed)),
  ],
});
