import { Dropdown as LibraryDropdown, type DropdownProps } from 'antd';
import { useRef } from 'react';

/** A menu that takes the focus when it opens, so that the arrow keys go through it, and gives it back. */
export function Dropdown({ onOpenChange, ...props }: DropdownProps) {
  const opener = useRef<Element>(null);

  const follow: DropdownProps['onOpenChange'] = (isOpen, source) => {
    if (isOpen) {
      opener.current = document.activeElement;
    } else {
      // What was chosen may have opened something that has it by now.
      requestAnimationFrame(() => {
        const { activeElement } = document;
        const isLost = activeElement === document.body || activeElement?.closest('[role="menu"]');
        if (isLost && opener.current instanceof HTMLElement) {
          opener.current.focus();
        }
      });
    }
    onOpenChange?.(isOpen, source);
  };

  return <LibraryDropdown autoFocus {...props} onOpenChange={follow} />;
}
