import type { CollectionDefinition } from '@pergola/api';
import { fieldGroups, fieldInterfaces, type FieldGroup, type FieldInterface } from '@pergola/fields';
import { msg } from '@pergola/plugin';
import { Input, Modal, SearchIcon } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './InterfacePicker.module.css';

const groupTitles: Readonly<Record<FieldGroup, string>> = {
  basic: msg('Basic'),
  choices: msg('Choices'),
  media: msg('Media'),
  dateTime: msg('Date & time'),
  relations: msg('Relations'),
  advanced: msg('Advanced'),
  system: msg('System'),
};

interface InterfacePickerProps {
  collection: CollectionDefinition;
  onPick: (kind: FieldInterface) => void;
  onClose: () => void;
}

export function InterfacePicker({ collection, onPick, onClose }: InterfacePickerProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const taken = new Set(collection.fields?.map((field) => field.name));
  const wanted = search.trim().toLocaleLowerCase();
  const offered = fieldInterfaces.filter(
    (kind) => !(kind.fixedName && taken.has(kind.fixedName)) && t(kind.title).toLocaleLowerCase().includes(wanted),
  );

  return (
    <Modal open title={t('Add field')} footer={null} width={760} onCancel={onClose}>
      <Input
        autoFocus
        allowClear
        prefix={<SearchIcon />}
        placeholder={t('Search kinds of fields')}
        aria-label={t('Search kinds of fields')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onPressEnter={() => offered.length === 1 && offered[0] && onPick(offered[0])}
      />
      <div className={styles['groups']}>
        {fieldGroups.map((group) => {
          const kinds = offered.filter((kind) => kind.group === group);
          return (
            kinds.length > 0 && (
              <section key={group} aria-label={t(groupTitles[group])}>
                <h3 className={styles['title']}>{t(groupTitles[group])}</h3>
                <div className={styles['kinds']}>
                  {kinds.map((kind) => (
                    <button key={kind.name} type="button" className={styles['kind']} onClick={() => onPick(kind)}>
                      {t(kind.title)}
                    </button>
                  ))}
                </div>
              </section>
            )
          );
        })}
      </div>
      {offered.length === 0 && <p className={styles['none']}>{t('Nothing has this name.')}</p>}
    </Modal>
  );
}
