import { Dropdown as LibraryDropdown, type DropdownProps } from 'antd';
import { useRef } from 'react';

/**
 * A menu that takes the focus when it opens, so that the arrow keys go through it, and gives it back. It is there or
 * not, without a motion: what is chosen in it may change the language or the colours, which would leave a list that is
 * going away standing.
 */
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

  return <LibraryDropdown autoFocus transitionName="" {...props} onOpenChange={follow} />;
}
