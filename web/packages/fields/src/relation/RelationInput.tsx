import type { RecordValues } from '@pergola/api';
import { useDebounced, useText } from '@pergola/plugin';
import { Select, type RefSelectProps } from '@pergola/ui';
import { lazy, Suspense, useMemo, useRef, useState, type UIEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputProps } from '../fieldInterface';
import { ChoiceState, Loading } from './ChoiceState';
import styles from './relation.module.css';
import { ChosenChip, OpenChosen } from './OpenChosen';
import { isToMany, keyOf, labelOf, textOf } from './relationField';
import { useChoices } from './useChoices';
import { useTarget } from './useTarget';

const QuickCreate = lazy(async () => ({ default: (await import('./QuickCreate')).QuickCreate }));

/** A key that no record has: the entry that makes a new one. */
const create = '\u0000create';

interface Choice {
  value: string;
  label: string;
}

/** Picks records of the other collection by a part of their title, or makes one on the way. */
export function RelationInput({ field, id, value, onChange, disabled, isInline = false }: InputProps) {
  const { t } = useTranslation();
  const read = useText();
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(isInline);
  const [wanted, setWanted] = useState<string | null>(null);
  const select = useRef<RefSelectProps>(null);
  const typed = text.trim();
  const found = useChoices(field, useDebounced(typed, 250), isOpen);
  const target = useTarget(field, isOpen && !isInline && typed !== '');
  const key = keyOf(field);
  const isMany = isToMany(field);
  const chosen = useMemo(() => (Array.isArray(value) ? value : value ? [value] : []) as RecordValues[], [value]);
  const records = useMemo(() => found.data?.pages.flatMap((page) => page.data) ?? [], [found.data]);

  const toChoice = (record: RecordValues): Choice => ({ value: String(record[key]), label: read(textOf(field, record)) });
  const options = records.map(toChoice);
  const isNew = typed !== '' && !options.some((option) => option.label.toLowerCase() === typed.toLowerCase());
  const offered = target && isNew && !found.isFetching;
  const values = chosen.map(toChoice);

  const hand = (picked: RecordValues[]) => onChange?.(isMany ? picked : (picked.at(-1) ?? null));
  const pick = (choices: Choice | Choice[] | undefined) => {
    const picked = [choices ?? []].flat();
    if (picked.some((choice) => choice.value === create)) {
      setWanted(typed);
      return;
    }
    hand(
      picked.map(
        (choice) =>
          [...chosen, ...records].find((record) => String(record[key]) === choice.value) ?? {
            [key]: choice.value,
            [labelOf(field)]: choice.label,
          },
      ),
    );
    setText('');
  };

  const leave = () => {
    setWanted(null);
    // Once the dialog is gone and no longer holds it.
    requestAnimationFrame(() => select.current?.focus());
  };

  const scroll = (event: UIEvent<HTMLDivElement>) => {
    const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
    if (scrollHeight - scrollTop - clientHeight < 80 && found.hasNextPage && !found.isFetching) {
      void found.fetchNextPage();
    }
  };

  return (
    <div className={styles['picker']}>
      <Select<Choice | Choice[]>
        {...(id && { id })}
        {...(isMany && {
          mode: 'multiple' as const,
          tagRender: (chip) => <ChosenChip target={field.target ?? ''} {...chip} />,
        })}
        ref={select}
        labelInValue
        className={styles['select'] ?? ''}
        allowClear
        autoFocus={isInline}
        defaultOpen={isInline}
        showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
        placeholder={t('Choose')}
        options={offered ? [...options, { value: create, label: t('Create “{text}”', { text: typed }) }] : options}
        value={isMany ? values : (values[0] ?? (null as unknown as Choice))}
        disabled={disabled ?? false}
        onOpenChange={setIsOpen}
        onPopupScroll={scroll}
        notFoundContent={<ChoiceState query={found} />}
        popupRender={(menu) => (
          <>
            {menu}
            {found.isFetchingNextPage && <Loading />}
          </>
        )}
        onChange={pick}
      />
      {!isMany && values[0] && !isInline && <OpenChosen target={field.target ?? ''} choice={values[0]} />}
      {wanted !== null && target && (
        <Suspense fallback={null}>
          <QuickCreate
            field={field}
            target={target}
            text={wanted}
            onCreated={(record) => {
              hand(isMany ? [...chosen, record] : [record]);
              setText('');
              leave();
            }}
            onClose={leave}
          />
        </Suspense>
      )}
    </div>
  );
}
