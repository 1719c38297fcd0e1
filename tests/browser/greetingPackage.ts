import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { zip } from './zip';

const root = resolve(import.meta.dirname, '../..');

const server = `
  using Pergola.App.Acl;
  using Pergola.App.Actions;
  using Pergola.App.Plugins;
  using System.Threading.Tasks;

  [Plugin("greeting", DependsOn = ["departments"])]
  public sealed class GreetingPlugin : Plugin
  {
      public override void Configure(PluginBuilder plugin)
      {
          plugin.Resource("greeting").Action<Say>("say");
          plugin.Acl.Allow("greeting", "say", Audience.LoggedIn);
      }
  }

  public sealed class Say : IAction
  {
      public ValueTask ExecuteAsync(ActionContext context) =>
          context.WriteDataAsync(json => json.WriteStringValue("Good day"));
  }`;

/** Imports everything that is shared, and uses hooks of it: they fail with a second React beside the first. */
const web = `
  import { RequestFailure } from '@pergola/api';
  import { titleFieldOf } from '@pergola/fields';
  import { useApi } from '@pergola/plugin';
  import { Card, Page, PluginsIcon } from '@pergola/ui';
  import { useQuery } from '@tanstack/react-query';
  import { useState } from 'react';
  import { createPortal } from 'react-dom';
  import { useTranslation } from 'react-i18next';
  import { useLocation } from 'react-router';
  import { jsx, jsxs } from 'react/jsx-runtime';

  function GreetingPage() {
    const api = useApi();
    const { t } = useTranslation();
    const { pathname } = useLocation();
    const [count, setCount] = useState(0);
    const { data } = useQuery({ queryKey: ['greeting'], queryFn: async () => (await api.get('greeting:say')).data });
    return jsxs(Page, {
      title: t('greeting.title'),
      children: [
        jsx(Card, { children: jsx('p', { children: data + ' at ' + pathname }) }, 'card'),
        jsx('button', { type: 'button', onClick: () => setCount(count + 1), children: 'Greeted ' + count }, 'button'),
        createPortal(jsx('p', { children: typeof RequestFailure + ' ' + typeof titleFieldOf }), document.body),
      ],
    });
  }

  export default {
    name: 'greeting',
    texts: { 'en-US': { 'greeting.title': 'Greetings' } },
    menu: [{ title: 'greeting.title', path: '/admin/settings/greeting', area: 'settings', icon: PluginsIcon }],
    routes: [{ path: 'settings/greeting', area: 'admin', load: async () => GreetingPage }],
  };`;

const nuspec = `<?xml version="1.0" encoding="utf-8"?>
  <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
    <metadata>
      <id>Acme.Greeting</id><version>1.0.0</version><authors>Somebody</authors>
      <description>Made for a test.</description>
    </metadata>
  </package>`;

/** A package as somebody writes it, with a page that asks its own server part. */
export function greetingPackage(): Buffer {
  return zip({
    'Acme.Greeting.nuspec': Buffer.from(nuspec.trim()),
    'lib/net10.0/Acme.Greeting.dll': compile('Acme.Greeting', server),
    'web/index.js': Buffer.from(web),
  });
}

function compile(name: string, source: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'pergola-package-'));
  try {
    const runtime = newest('--list-runtimes', /^Microsoft\.NETCore\.App (10\S+) \[(.+)\]$/gm);
    const sdk = newest('--list-sdks', /^(10\S+) \[(.+)\]$/gm);
    const libraries = readdirSync(runtime).filter((file) => /^(System\..*|netstandard|mscorlib)\.dll$/.test(file));
    const product = ['artifacts/publish', 'artifacts/bin/Pergola.Server/debug']
      .map((path) => join(root, path, 'Pergola.App.dll'))
      .find(existsSync);
    writeFileSync(join(folder, 'source.cs'), source);
    const output = join(folder, `${name}.dll`);
    execFileSync('dotnet', [
      'exec',
      join(sdk, 'Roslyn/bincore/csc.dll'),
      '-nologo',
      '-nostdlib',
      '-noconfig',
      '-target:library',
      `-out:${output}`,
      ...libraries.map((file) => `-r:${join(runtime, file)}`),
      `-r:${product}`,
      join(folder, 'source.cs'),
    ]);
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Folder of what the machine has, as `dotnet` lists it. */
function newest(question: string, line: RegExp): string {
  const [, version = '', folder = ''] = [...execFileSync('dotnet', [question], { encoding: 'utf8' }).matchAll(line)].at(-1) ?? [];
  return join(folder, version);
}
