import { Button, CopyIcon, DeleteIcon, DownloadIcon, EditIcon, IconButton, Tag } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { lookOfTheme, type Theme } from '../theme';
import styles from '../themes.module.css';
import { Swatches } from './Swatches';

interface ThemeCardProps {
  theme: Theme;
  isBusy: boolean;
  onDefault: () => void;
  onCopy: () => void;
  onEdit: () => void;
  onExport: () => void;
  onDelete: () => void;
}

export function ThemeCard({ theme, isBusy, onDefault, onCopy, onEdit, onExport, onDelete }: ThemeCardProps) {
  const { t } = useTranslation();
  const title = theme.isBuiltIn ? 'Pergola' : theme.config.name;
  const look = lookOfTheme(theme);
  return (
    <article className={styles['card']} aria-label={title}>
      <header className={styles['head']}>
        <h2>{title}</h2>
        {theme.default && <Tag color="success">{t('Default')}</Tag>}
        {theme.optional && !theme.isBuiltIn && <Tag>{t('Can be chosen')}</Tag>}
      </header>
      <Swatches look={look} />
      <p className={styles['about']}>
        {theme.isBuiltIn
          ? t('The look of the product, light and dark.')
          : look?.mode === 'dark'
            ? t('Its grounds are for dark pages; light pages take its accents.')
            : t('Its grounds are for light pages; dark pages take its accents.')}
      </p>
      <footer className={styles['actions']}>
        {!theme.default && (
          <Button loading={isBusy} onClick={onDefault}>
            {t('Make it the default')}
          </Button>
        )}
        <span className={styles['space']} />
        {!theme.isBuiltIn && (
          <IconButton icon={<EditIcon />} hint={t('Edit')} label={t('Edit {title}', { title })} onClick={onEdit} />
        )}
        <IconButton icon={<CopyIcon />} hint={t('Make a copy')} label={t('Make a copy of {title}', { title })} onClick={onCopy} />
        {!theme.isBuiltIn && (
          <>
            <IconButton
              icon={<DownloadIcon />}
              hint={t('Save as a file')}
              label={t('Save {title} as a file', { title })}
              onClick={onExport}
            />
            <IconButton
              icon={<DeleteIcon />}
              hint={theme.default ? t('The default theme stays') : t('Delete')}
              label={t('Delete {title}', { title })}
              isDisabled={theme.default === true}
              onClick={onDelete}
            />
          </>
        )}
      </footer>
    </article>
  );
}
