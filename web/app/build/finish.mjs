// After the bundler: the budget is checked and every asset is stored compressed, so that the server only copies bytes.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const output = resolve(import.meta.dirname, '../../../artifacts/web');
const budget = JSON.parse(readFileSync(join(import.meta.dirname, 'budget.json'), 'utf8'));
const manifest = JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8'));

/** Files a browser loads for these modules: what they import, not what they may import later. */
function files(modules) {
  const found = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk) {
      throw new Error(`The build has no module ${key}; budget.json names it.`);
    }
    if (!found.has(chunk.file)) {
      found.add(chunk.file);
      chunk.imports?.forEach(visit);
    }
  };
  modules.forEach(visit);
  return [...found].filter((file) => file.endsWith('.js'));
}

const gzipped = (file) => gzipSync(readFileSync(join(output, file)), { level: 9 }).length / 1000;

let isOver = false;
for (const [name, screen] of Object.entries(budget)) {
  const size = files(screen.modules).reduce((sum, file) => sum + gzipped(file), 0);
  const limit = Math.min(screen.limit, screen.last * 1.05);
  console.log(`${name}: ${size.toFixed(1)} kB of JavaScript gzipped; at most ${limit.toFixed(1)} kB`);
  isOver ||= size > limit;
}
if (isOver) {
  console.error('The client has grown beyond its budget. Make it smaller, or say in web/app/build/budget.json why not.');
  process.exit(1);
}

for (const entry of readdirSync(output, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (!entry.isFile() || !/\.(js|css|svg|json)$/.test(entry.name) || statSync(path).size < 1000) {
    continue;
  }
  const bytes = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_QUALITY]: 10 };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
}
rmSync(join(output, 'manifest.json'));
rmSync(join(output, 'manifest.json.gz'), { force: true });
rmSync(join(output, 'manifest.json.br'), { force: true });
