import type { FieldDefinition } from '@pergola/api';
import { interfaceOf } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { FoldedIcon, IconButton, NextIcon, PlusIcon } from '@pergola/ui';
import { Fragment, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Line } from './grid/lines';
import type { TreeControls } from './grid/RecordGrid';
import styles from './RecordTable.module.css';
import { recordTitle } from './recordTitle';

interface RecordCardsProps {
  fields: FieldDefinition[];
  lines: readonly Line[];
  tree: TreeControls | null;
  onOpen: (key: string) => void;
}

/** The table of a phone. */
export function RecordCards({ fields, lines, tree, onOpen }: RecordCardsProps) {
  const text = useText();
  const [title, ...rest] = fields;
  const Title = title && interfaceOf(title).View;
  return (
    <ul className={styles['cards']}>
      {lines.map((line) => {
        const { key, row, level } = line;
        const indent: CSSProperties & Record<'--level', number> = { '--level': level };
        return (
          <li key={key} className={styles['card']} style={indent}>
            <div className={styles['cardHead']}>
              <div className={styles['cardTitle']}>
                <button type="button" className={styles['open']} onClick={() => onOpen(key)}>
                  {title && Title && <Title field={title} value={row[title.name]} />}
                </button>
              </div>
              {tree && <Branch line={line} title={recordTitle(row, title, key)} tree={tree} />}
            </div>
            <dl className={styles['values']}>
              {rest.map((field) => {
                const { View } = interfaceOf(field);
                return (
                  <Fragment key={field.name}>
                    <dt>{text(field.uiSchema?.title) || field.name}</dt>
                    <dd>
                      <View field={field} value={row[field.name]} />
                    </dd>
                  </Fragment>
                );
              })}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}

function Branch({ line, title, tree }: { line: Line; title: string; tree: TreeControls }) {
  const { t } = useTranslation();
  return (
    <>
      {tree.addChild && (
        <IconButton
          icon={<PlusIcon aria-hidden />}
          hint={t('Add child')}
          label={t('Add child to {title}', { title })}
          onClick={() => tree.addChild?.(line.key)}
        />
      )}
      {line.hasChildren && (
        <IconButton
          icon={line.isExpanded ? <NextIcon aria-hidden /> : <FoldedIcon aria-hidden />}
          hint={line.isExpanded ? t('Collapse') : t('Expand')}
          label={line.isExpanded ? t('Collapse {title}', { title }) : t('Expand {title}', { title })}
          onClick={() => tree.toggle(line.key)}
        />
      )}
    </>
  );
}
