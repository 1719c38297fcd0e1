import { useCallback, useState } from 'react';

const key = 'pergola:systemFields';

/** Whether keys and the server's own fields are listed; remembered for all collections. */
export function useSystemFieldsShown() {
  const [isShown, setIsShown] = useState(() => localStorage.getItem(key) !== 'hidden');
  const show = useCallback((shown: boolean) => {
    localStorage.setItem(key, shown ? 'shown' : 'hidden');
    setIsShown(shown);
  }, []);
  return [isShown, show] as const;
}
