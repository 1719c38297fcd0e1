import { Button, DownloadIcon, Dropdown } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import type { Part } from '../model/parts';
import { useSave } from './useSave';

/** The document as a file, for generators of clients and for viewers. */
export function SaveDocument({ part }: { part: Part | undefined }) {
  const { t } = useTranslation();
  const save = useSave();
  const items = [
    { key: '', label: t('Everything') },
    { key: 'collections', label: t('Your collections') },
    { key: 'core', label: t('People, roles, collections and sign-in') },
    ...(part ? [{ key: part.ns, label: part.title }] : []),
  ];
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => save.mutate(key) }}>
      <Button icon={<DownloadIcon />} loading={save.isPending}>
        {t('Download OpenAPI')}
      </Button>
    </Dropdown>
  );
}
