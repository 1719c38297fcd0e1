import { Button, Popover, useIsNarrow } from '@pergola/ui';
import { useRef, type ReactNode } from 'react';

interface ToolPopoverProps {
  label: ReactNode;
  icon: ReactNode;
  /** Something differs from what the table is without it. */
  isActive?: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  children: ReactNode;
}

/** A tool of the table: takes the focus when it opens, to what is marked as first, and gives it back. */
export function ToolPopover({ label, icon, isActive = false, isOpen, onOpenChange, children }: ToolPopoverProps) {
  const isNarrow = useIsNarrow();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  const moveFocus = (open: boolean) => {
    const focused = document.activeElement;
    const isInside = panel.current?.contains(focused) ?? false;
    if (open && !isInside) {
      const first = panel.current?.querySelector<HTMLElement>('[data-first] input, [data-first] button');
      (first ?? panel.current?.querySelector<HTMLElement>('input, button'))?.focus();
    } else if (!open && (isInside || focused === document.body)) {
      // A click elsewhere keeps the focus where it has put it.
      button.current?.focus();
    }
  };

  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      // On a phone it is nearly as wide as the window, and keeps off its edges.
      align={{ overflow: { adjustY: true, shiftX: true } }}
      {...(isNarrow && { styles: { root: { paddingInline: 8 } } })}
      arrow={false}
      open={isOpen}
      onOpenChange={onOpenChange}
      afterOpenChange={moveFocus}
      destroyOnHidden
      content={<div ref={panel}>{children}</div>}
    >
      <Button
        ref={button}
        icon={icon}
        type={isActive ? 'primary' : 'default'}
        ghost={isActive}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
      >
        {label}
      </Button>
    </Popover>
  );
}
