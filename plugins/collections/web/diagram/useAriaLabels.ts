import type { AriaLabelConfig } from '@xyflow/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** What the canvas says to screen readers. */
export function useAriaLabels(): Partial<AriaLabelConfig> {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('Press Enter to select it, then the arrow keys to move it.'),
      'node.a11yDescription.keyboardDisabled': t('Press Enter to select it.'),
      'node.a11yDescription.ariaLiveMessage': ({ x, y }: { x: number; y: number }) =>
        t('Moved to {x}, {y}.', { x: Math.round(x), y: Math.round(y) }),
      'minimap.ariaLabel': t('Overview of the diagram'),
    }),
    [t],
  );
}
