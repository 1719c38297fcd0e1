import type { CollectionDefinition } from '@pergola/api';
import { fieldGroups, fieldInterfaces, type FieldGroup, type FieldInterface } from '@pergola/fields';
import { msg } from '@pergola/plugin';
import { Input, Modal, SearchIcon, type InputRef } from '@pergola/ui';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { neighbour } from './gridKeys';
import styles from './InterfacePicker.module.css';
import { kindHints } from './kindHints';

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

/** All kinds of fields, by group and by a part of their name; the arrow keys go through them. */
export function InterfacePicker({ collection, onPick, onClose }: InterfacePickerProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<InputRef>(null);
  const offered = useOffered(collection, search);

  const go = (event: KeyboardEvent) => {
    const kinds = [...(root.current?.querySelectorAll<HTMLElement>('button[data-kind]') ?? [])];
    const next = neighbour(kinds, document.activeElement, event.key);
    if (next) {
      event.preventDefault();
      next.focus();
    }
  };

  return (
    <Modal
      open
      title={t('Add field')}
      footer={null}
      width={760}
      // Whoever knows what to pick does so at once; boxes that still grow would be missed.
      transitionName=""
      maskTransitionName=""
      // The dialog would give the focus to its button for closing; who was quicker keeps it.
      afterOpenChange={(isOpen) => isOpen && !root.current?.contains(document.activeElement) && field.current?.focus()}
      onCancel={onClose}
    >
      <div ref={root} role="presentation" onKeyDown={go}>
        <Input
          ref={field}
          allowClear
          prefix={<SearchIcon />}
          placeholder={t('Search kinds of fields')}
          aria-label={t('Search kinds of fields')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onPressEnter={() => search.trim() !== '' && offered[0] && onPick(offered[0])}
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
                      <KindButton key={kind.name} kind={kind} onPick={onPick} />
                    ))}
                  </div>
                </section>
              )
            );
          })}
        </div>
      </div>
      {offered.length === 0 && <p className={styles['none']}>{t('Nothing has this name.')}</p>}
    </Modal>
  );
}

function KindButton({ kind, onPick }: { kind: FieldInterface; onPick: (kind: FieldInterface) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const hint = kindHints[kind.name];
  return (
    <div className={styles['kind']}>
      <button
        type="button"
        data-kind={kind.name}
        className={styles['name']}
        aria-describedby={id}
        onClick={() => onPick(kind)}
      >
        {t(kind.title)}
      </button>
      <span id={id} className={styles['hint']}>
        {hint && t(hint)}
      </span>
    </div>
  );
}

/** Kinds that the collection can still have; those whose title has the word come before those described by it. */
function useOffered(collection: CollectionDefinition, search: string): FieldInterface[] {
  const { t } = useTranslation();
  const taken = new Set(collection.fields?.map((field) => field.name));
  const wanted = search.trim().toLocaleLowerCase();
  const has = (text: string | undefined) => text !== undefined && t(text).toLocaleLowerCase().includes(wanted);
  const possible = fieldInterfaces.filter((kind) => !(kind.fixedName && taken.has(kind.fixedName)));
  const byTitle = possible.filter((kind) => has(kind.title));
  return wanted === '' ? byTitle : [...byTitle, ...possible.filter((kind) => !has(kind.title) && has(kindHints[kind.name]))];
}
