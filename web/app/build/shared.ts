import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const prefix = 'virtual:shared/';
const fromHere = createRequire(import.meta.url);

/**
 * What modules of plugins share with the client: they import these names and get the very same instances. Of packages that are
 * one large file, only what is named is handed out, so that the client does not carry the rest of them.
 */
const packages: Readonly<Record<string, readonly string[] | 'all' | 'commonjs'>> = {
  react: 'commonjs',
  'react/jsx-runtime': 'commonjs',
  'react-dom': 'commonjs',
  'react-i18next': ['Trans', 'useTranslation'],
  'react-router': [
    'Link',
    'NavLink',
    'Navigate',
    'Outlet',
    'useBlocker',
    'useLocation',
    'useMatch',
    'useNavigate',
    'useParams',
    'useSearchParams',
  ],
  '@tanstack/react-query': [
    'keepPreviousData',
    'useInfiniteQuery',
    'useIsFetching',
    'useIsMutating',
    'useMutation',
    'useQueries',
    'useQuery',
    'useQueryClient',
  ],
  '@pergola/api': 'all',
  '@pergola/fields': 'all',
  '@pergola/plugin': 'all',
  '@pergola/ui': 'all',
};

const entryOf = (name: string) => `shared-${name.replace(/^@/, '').replaceAll('/', '-')}`;

/** Entries of the build beside the page; nothing but modules of plugins loads them. */
export const sharedEntries = (): Record<string, string> =>
  Object.fromEntries(Object.keys(packages).map((name) => [entryOf(name), prefix + name]));

/** The names of a CommonJS module are known only by loading it. */
function namesIn(name: string): string[] {
  const names = Object.keys(fromHere(name) as object);
  return names.filter((one) => one !== 'default' && one !== '__esModule');
}

function source(name: string): string {
  const shared = packages[name];
  if (shared === undefined) {
    throw new Error(`${name} is not shared with modules of plugins.`);
  }
  if (shared === 'all') {
    return `export * from '${name}';`;
  }
  const names = shared === 'commonjs' ? ['default', ...namesIn(name)] : shared;
  return `export { ${names.join(', ')} } from '${name}';`;
}

/** Builds the entries and writes the import map that leads to them into the page. */
export function sharedModules(): Plugin {
  return {
    name: 'pergola-shared',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith(`\0${prefix}`) ? source(id.slice(prefix.length + 1)) : undefined),
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {});
        const imports = Object.fromEntries(
          Object.keys(packages).map((name) => {
            const chunk = chunks.find((one) => one.type === 'chunk' && one.isEntry && one.name === entryOf(name));
            // Without a bundle it is the development server that hands out the entries.
            return [name, chunk ? `./${chunk.fileName}` : `./@id/__x00__${prefix}${name}`];
          }),
        );
        // After the base, which the addresses count from, and before the first module.
        return html.replace(
          /<base [^>]*>/,
          (base) => `${base}\n    <script type="importmap" nonce="{nonce}">${JSON.stringify({ imports })}</script>`,
        );
      },
    },
  };
}
