import { Button, Checkbox, Input, LookPreview, Tag, type Look } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from '../themes.module.css';

/** A piece of a page, as it would be with the look. */
export function Sample({ look }: { look: Look }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('Preview')} className={styles['preview']}>
      <LookPreview look={look} mode={look.mode}>
        <div className={styles['sample']}>
          <strong>{t('Preview')}</strong>
          <span>
            {t('Text as it stands on a page, with')} <a href="#preview" onClick={(event) => event.preventDefault()}>{t('a link')}</a>
          </span>
          <span className={styles['second']}>{t('and a line that explains it.')}</span>
          <Input aria-label={t('Sample')} defaultValue={t('Something typed')} />
          <div className={styles['row']}>
            <Button type="primary">{t('Save')}</Button>
            <Button>{t('Cancel')}</Button>
            <Button danger>{t('Delete')}</Button>
          </div>
          <div className={styles['row']}>
            <Checkbox defaultChecked>{t('Chosen')}</Checkbox>
            <Tag color="success">{t('Good')}</Tag>
            <Tag color="warning">{t('Careful')}</Tag>
            <Tag color="error">{t('Wrong')}</Tag>
          </div>
        </div>
      </LookPreview>
    </section>
  );
}
