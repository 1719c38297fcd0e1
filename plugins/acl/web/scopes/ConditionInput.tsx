import { ConditionGroupEditor, FilterContext } from '@pergola/filter';
import { Button, CodeIcon, FilterIcon, Input } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { asConditions, asJson, shownFor, type Draft, type Setting } from './draft';
import styles from './scopes.module.css';
import { useUnshownText } from './useFaultText';

interface ConditionInputProps {
  id?: string;
  value?: Draft;
  onChange?: (draft: Draft) => void;
  setting: Setting;
  /** Somebody wanted to save. */
  isChecked: boolean;
}

/** A condition, made with the builder or typed as JSON; each shows what the other has made where it can. */
export function ConditionInput({ id, value, onChange, setting, isChecked }: ConditionInputProps) {
  const { t } = useTranslation();
  const context = useMemo(() => ({ ...setting, isChecked }), [setting, isChecked]);
  if (!value) {
    return null;
  }
  return (
    <div className={styles['control']}>
      {value.mode === 'builder' ? (
        <FilterContext value={context}>
          <ConditionGroupEditor
            group={value.group}
            depth={1}
            onChange={(group) => onChange?.({ ...value, group })}
          />
          <div className={styles['below']}>
            <span />
            <Button type="link" size="small" icon={<CodeIcon />} onClick={() => onChange?.(asJson(value, setting))}>
              {t('Edit as JSON')}
            </Button>
          </div>
        </FilterContext>
      ) : (
        <>
          <Input.TextArea
            {...(id && { id })}
            className={styles['code'] ?? ''}
            autoSize={{ minRows: 4, maxRows: 14 }}
            spellCheck={false}
            value={value.text}
            onChange={(event) => onChange?.({ ...value, text: event.target.value })}
          />
          <BelowJson draft={value} setting={setting} onShow={() => onChange?.(asConditions(value, setting))} />
        </>
      )}
    </div>
  );
}

function BelowJson({ draft, setting, onShow }: { draft: Draft; setting: Setting; onShow: () => void }) {
  const { t } = useTranslation();
  const unshownText = useUnshownText();
  const { fault } = useMemo(() => shownFor(draft, setting), [draft, setting]);
  return (
    <div className={styles['below']}>
      <p>
        {fault && fault.kind !== 'json'
          ? unshownText(fault)
          : t('A filter of the API. The person who looks is {variable}.', { variable: '{{ ctx.state.currentUser.id }}' })}
      </p>
      <Button type="link" size="small" icon={<FilterIcon />} disabled={fault !== undefined} onClick={onShow}>
        {t('Edit with the builder')}
      </Button>
    </div>
  );
}
