import { useEffect } from 'react';

/**
 * Tab leaves a list of several choices as it is. The component library would toggle the choice that is marked in the open
 * list, which is the one just made.
 */
export function useTabLeaves(): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      const isOpen = event.target instanceof Element && event.target.closest('.ant-select-multiple.ant-select-open');
      if (event.key === 'Tab' && isOpen) {
        event.stopPropagation();
      }
    };
    // Before the library hears of it.
    document.addEventListener('keydown', leave, true);
    return () => document.removeEventListener('keydown', leave, true);
  }, []);
}
