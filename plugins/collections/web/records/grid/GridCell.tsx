import type { RecordValues } from '@pergola/api';
import { interfaceOf } from '@pergola/fields';
import { Tooltip, VisuallyHidden } from '@pergola/ui';
import { memo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CellEditor, type Then } from './CellEditor';
import styles from './grid.module.css';
import type { GridColumn } from './gridColumns';
import type { CellFailure } from './useCellEdits';

export interface CellActions {
  save: (key: string, row: RecordValues, column: number, value: unknown, then: Then) => void;
  cancel: () => void;
}

interface GridCellProps {
  lineKey: string;
  row: RecordValues;
  column: GridColumn;
  index: number;
  isActive: boolean;
  isEditing: boolean;
  failure: CellFailure | undefined;
  actions: CellActions;
  lead?: ReactNode;
  trail?: ReactNode;
}

/** Why a value was not taken, and that it is not lost. */
function Refusal({ message, children }: { message: string; children: ReactElement }) {
  const { t } = useTranslation();
  const words = (
    <>
      {message}
      <br />
      {t('What you typed is kept; press Enter to change it.')}
    </>
  );
  return (
    <>
      <Tooltip open title={words} placement="bottomLeft">
        {children}
      </Tooltip>
      <VisuallyHidden>
        <span role="alert">{words}</span>
      </VisuallyHidden>
    </>
  );
}

export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { lineKey, row, column, index, isActive, isEditing, failure, actions, lead, trail } = props;
  const { field, isNumeric } = column;
  const { View } = interfaceOf(field);
  const value = row[field.name];
  const kind = [styles['cell'], isNumeric && styles['numeric'], index === 0 && styles['first']];
  const state = [isEditing && styles['editing'], failure && styles['refused']];
  const view = (
    <div className={styles['value']} data-value="">
      <View field={field} value={value} />
    </div>
  );

  return (
    <div
      role="gridcell"
      className={[...kind, ...state].filter(Boolean).join(' ')}
      data-column={index}
      aria-colindex={index + 2}
      aria-invalid={failure !== undefined}
      tabIndex={isActive ? 0 : -1}
    >
      {isEditing ? (
        <CellEditor
          field={field}
          label={column.title}
          initial={failure ? failure.typed : value}
          refusal={failure?.message ?? undefined}
          onSave={(next, then) => actions.save(lineKey, row, index, next, then)}
          onCancel={actions.cancel}
        />
      ) : (
        <>
          {lead}
          {failure?.message ? (
            <Refusal message={failure.message}>{view}</Refusal>
          ) : (
            view
          )}
          {trail}
        </>
      )}
    </div>
  );
});
