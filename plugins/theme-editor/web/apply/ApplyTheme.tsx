import { chooseLook } from '@pergola/ui';
import { useEffect } from 'react';
import { useChosenTheme, useThemes } from '../queries';
import { lookOfTheme, themeFor } from '../theme';

/** Gives the client the look of whoever is signed in; what was there before stays until it is known. */
export function ApplyTheme() {
  const { data: themes } = useThemes();
  const chosen = useChosenTheme();
  useEffect(() => {
    if (themes && chosen !== undefined) {
      chooseLook(lookOfTheme(themeFor(themes, chosen)));
    }
  }, [themes, chosen]);
  return null;
}
