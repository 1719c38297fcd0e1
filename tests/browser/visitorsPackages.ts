import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { OfferedPackage } from './feed';

const root = resolve(import.meta.dirname, '../..');
const quiet = ['--disable-build-servers', '-nodeReuse:false', '--verbosity', 'quiet'];

/** The example plugin, packed as its page says, in two versions. */
export function visitorsPackages(): OfferedPackage[] {
  for (const part of ['Core', 'Data', 'App']) {
    dotnet('pack', `src/Pergola.${part}`, '--output', 'artifacts/feed');
  }
  return ['1.0.0', '1.1.0'].map(pack);
}

function pack(version: string): OfferedPackage {
  const folder = mkdtempSync(join(tmpdir(), 'pergola-visitors-'));
  try {
    dotnet('pack', 'examples/visitors/plugin', `-p:Version=${version}`, '--output', folder);
    return { id: 'Acme.Visitors', version, content: readFileSync(join(folder, `Acme.Visitors.${version}.nupkg`)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const dotnet = (...args: string[]) => execFileSync('dotnet', [...args, ...quiet], { cwd: root, stdio: 'pipe' });
