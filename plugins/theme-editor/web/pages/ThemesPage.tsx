import { LoadFailure, readText, useAct, useNotices, usePageTitle } from '@pergola/plugin';
import { Button, Card, Page, PlusIcon, Skeleton, type ThemeJson } from '@pergola/ui';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ThemeDrawer } from '../edit/ThemeDrawer';
import { readTheme, themeFile } from '../edit/themeFile';
import { ThemeCard } from '../list/ThemeCard';
import { themesKey, useThemes } from '../queries';
import { choicesOf, type Theme } from '../theme';
import styles from '../themes.module.css';

interface Edited {
  theme?: Theme;
  start: ThemeJson;
}

export function ThemesPage() {
  const { t } = useTranslation();
  const notices = useNotices();
  const { data, error, refetch } = useThemes();
  const [edited, setEdited] = useState<Edited>();
  const file = useRef<HTMLInputElement>(null);
  usePageTitle(t('Themes'));

  const makeDefault = useAct<Theme>({
    run: (api, { id }) => api.post('themeConfig:update', { default: true }, { params: { filterByTk: id } }),
    touches: [themesKey],
    failed: t('Not saved'),
  });
  const restore = useAct<Theme>({
    run: (api, { config, optional }) => api.post('themeConfig:create', { config, optional }),
    touches: [themesKey],
    failed: t('Not brought back'),
  });
  const remove = useAct<Theme>({
    run: (api, { id }) => api.post('themeConfig:destroy', undefined, { params: { filterByTk: id } }),
    touches: [themesKey],
    failed: t('Not deleted'),
    onDone: (_, theme) =>
      notices.done(t('{title} is deleted', { title: theme.config.name }), {
        label: t('Undo'),
        run: () => restore.mutate(theme),
      }),
  });

  const open = async (chosen: File | undefined) => {
    const start = chosen && readTheme(await readText(chosen), chosen.name);
    if (start) {
      setEdited({ start });
    } else if (chosen) {
      notices.failed(t('{name} is no theme', { name: chosen.name }), new Error(t('A theme is a JSON object with token or algorithm in it.')));
    }
  };
  const { product, own } = choicesOf(data ?? []);

  return (
    <Page
      title={t('Themes')}
      about={t('How the app looks. One theme is for everybody; people choose among those that may be chosen.')}
      actions={
        <>
          <input
            ref={file}
            className={styles['file']}
            type="file"
            accept="application/json,.json"
            aria-label={t('File with a theme')}
            onChange={(event) => {
              void open(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <Button onClick={() => file.current?.click()}>{t('Open a file')}</Button>
          <Button type="primary" icon={<PlusIcon />} onClick={() => setEdited({ start: { name: '' } })}>
            {t('New theme')}
          </Button>
        </>
      }
    >
      {error && !data ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <ul className={styles['cards']}>
          {(product ? [product, ...own] : own).map((theme) => (
            <li key={theme.id}>
              <ThemeCard
                theme={theme}
                isBusy={makeDefault.isPending && makeDefault.variables.id === theme.id}
                onDefault={() => makeDefault.mutate(theme)}
                onCopy={() =>
                  setEdited({
                    start: theme.isBuiltIn ? { name: '' } : { ...theme.config, name: t('Copy of {name}', { name: theme.config.name }) },
                  })
                }
                onEdit={() => setEdited({ theme, start: theme.config })}
                onExport={() => save(theme.config)}
                onDelete={() => remove.mutate(theme)}
              />
            </li>
          ))}
        </ul>
      ) : (
        <Card>
          <Skeleton active />
        </Card>
      )}
      {edited && <ThemeDrawer theme={edited.theme} start={edited.start} onClose={() => setEdited(undefined)} />}
    </Page>
  );
}

function save(theme: ThemeJson): void {
  const { name, content } = themeFile(theme);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
