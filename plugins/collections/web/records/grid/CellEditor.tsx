import type { FieldDefinition } from '@pergola/api';
import { interfaceOf, isRelation } from '@pergola/fields';
import { InlineControls, Tooltip, VisuallyHidden } from '@pergola/ui';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import styles from './grid.module.css';
import { useLeave } from './useLeave';
import { useStable } from './useStable';

/** Where the focus goes once a cell is saved. */
export type Then = 'stay' | 'next' | 'previous' | 'leave';

interface CellEditorProps {
  field: FieldDefinition;
  label: string;
  initial: unknown;
  /** Why the value was refused when it was tried before. */
  refusal: string | undefined;
  onSave: (value: unknown, then: Then) => void;
  onCancel: () => void;
}

/** Kinds where choosing is all there is to do. */
const oneStep = new Set(['select', 'radioGroup', 'dateOnly']);

/** The input of a field in the place of its value. */
export function CellEditor({ field, label, initial, refusal, onSave, onCancel }: CellEditorProps) {
  const { Input } = interfaceOf(field);
  const place = useRef<HTMLDivElement>(null);
  const [value, setValue] = useState(initial);
  const latest = useRef(initial);
  const isOver = useRef(false);

  const finish = (then: Then) => {
    if (isOver.current) {
      return;
    }
    isOver.current = true;
    // Inputs of dates and numbers hand over what was typed when they lose the focus.
    if (then !== 'stay' && place.current?.contains(document.activeElement)) {
      (document.activeElement as HTMLElement).blur();
    }
    setTimeout(() => onSave(latest.current, then));
  };
  const leaving = useLeave(place, () => finish('leave'));

  const saveOnUnmount = useStable(() => {
    if (!isOver.current && latest.current !== initial) {
      isOver.current = true;
      onSave(latest.current, 'leave');
    }
  });
  useEffect(() => saveOnUnmount, [saveOnUnmount]);

  useLayoutEffect(() => {
    const box = place.current;
    if (!box?.contains(document.activeElement)) {
      box?.querySelector<HTMLElement>('input, textarea, button, [tabindex]')?.focus();
    }
    // What is typed next takes the place of what was there.
    const input = document.activeElement;
    if (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) {
      input.select();
      input.setAttribute('aria-label', label);
    }
  }, [label]);

  const change = (next: unknown) => {
    latest.current = next;
    setValue(next);
    if (isRelation(field) || oneStep.has(field.interface ?? '')) {
      finish('stay');
    }
  };

  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      isOver.current = true;
      onCancel();
    } else if (event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      finish(event.shiftKey ? 'previous' : 'next');
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const input = event.target as HTMLElement;
    const isChoosing = input.getAttribute('aria-expanded') === 'true';
    const isNewLine = input instanceof HTMLTextAreaElement && event.shiftKey;
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && !isChoosing && !isNewLine) {
      event.preventDefault();
      finish('stay');
    }
  };

  return (
    <Tooltip open={refusal !== undefined} title={refusal} placement="bottomLeft">
      <div
        ref={place}
        role="presentation"
        data-editor=""
        className={styles['editor']}
        onKeyDownCapture={onKeyDownCapture}
        onKeyDown={onKeyDown}
        {...leaving}
      >
        {refusal !== undefined && (
          <VisuallyHidden>
            <span role="alert">{refusal}</span>
          </VisuallyHidden>
        )}
        <InlineControls>{Input && <Input field={field} value={value} isInline onChange={change} />}</InlineControls>
      </div>
    </Tooltip>
  );
}
