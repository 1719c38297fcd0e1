import { LoadFailure, useAct, usePageTitle } from '@pergola/plugin';
import { Card, chooseMode, Form, Page, Radio, Skeleton, useModeChoice, type ModeChoice } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { currentUserKey, useChosenTheme, useThemes } from '../queries';
import { Swatches } from '../list/Swatches';
import { lookOfTheme, themeFor, type Theme } from '../theme';
import styles from '../themes.module.css';

/** Stands for the default, whichever theme that is. */
const none = 0;

export function LookPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useThemes();
  const mode = useModeChoice();
  usePageTitle(t('Look'));
  return (
    <Page isNarrow title={t('Look')} about={t('How the app looks for you.')}>
      {error && !data ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <Card>{data ? <ThemeChoice themes={data} /> : <Skeleton active />}</Card>
      )}
      <Card>
        <Form layout="vertical">
          <Form.Item label={t('Appearance')} extra={t('Kept in this browser.')}>
            <Radio.Group
              aria-label={t('Appearance')}
              value={mode}
              options={[
                { value: 'system', label: t('As this device') },
                { value: 'light', label: t('Light') },
                { value: 'dark', label: t('Dark') },
              ]}
              onChange={(event) => chooseMode(event.target.value as ModeChoice)}
            />
          </Form.Item>
        </Form>
      </Card>
    </Page>
  );
}

function ThemeChoice({ themes }: { themes: readonly Theme[] }) {
  const { t } = useTranslation();
  const chosen = useChosenTheme() ?? null;
  const choose = useAct<number>({
    run: (api, id) => api.post('users:updateTheme', { themeId: id === none ? null : id }),
    touches: [currentUserKey],
    failed: t('Not saved'),
  });
  const offered = themes.filter((theme) => theme.optional && !theme.isBuiltIn);
  const usual = themes.find((theme) => theme.default);
  const nameOf = (theme: Theme | undefined) => (!theme || theme.isBuiltIn ? 'Pergola' : theme.config.name);
  const current = chosen !== null && offered.some((theme) => theme.id === chosen) ? chosen : none;
  // The product's own look can be chosen where the default is another.
  const product = usual?.isBuiltIn ? undefined : themes.find((theme) => theme.isBuiltIn && theme.optional);
  const choices = [
    { id: none, theme: usual, title: t('As everybody: {name}', { name: nameOf(usual) }) },
    ...(product ? [{ id: product.id, theme: product, title: nameOf(product) }] : []),
    ...offered.map((theme) => ({ id: theme.id, theme, title: nameOf(theme) })),
  ];
  const selected = product && themeFor(themes, chosen)?.isBuiltIn ? product.id : current;
  return (
    <Form layout="vertical">
      <Form.Item
        label={t('Theme')}
        extra={choices.length === 1 ? t('There are no others to choose from.') : t('Kept with your account, for all your devices.')}
      >
        <Radio.Group
          aria-label={t('Theme')}
          disabled={choose.isPending}
          value={choose.isPending ? choose.variables : selected}
          onChange={(event) => choose.mutate(event.target.value as number)}
        >
          <div className={styles['choices']}>
            {choices.map(({ id, theme, title }) => (
              <div key={id}>
                <Radio value={id}>{title}</Radio>
                <Swatches look={lookOfTheme(theme)} />
              </div>
            ))}
          </div>
        </Radio.Group>
      </Form.Item>
    </Form>
  );
}
