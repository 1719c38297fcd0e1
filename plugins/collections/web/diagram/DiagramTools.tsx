import { ArrangeIcon, FitIcon, IconButton, ZoomInIcon, ZoomOutIcon } from '@pergola/ui';
import { Panel, useReactFlow, type FitViewOptions } from '@xyflow/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './DiagramTools.module.css';

const typing = 'input, textarea, select, [contenteditable="true"]';

/** Zoom, fit and arrange, with the pointer and with the keys + − 0. */
export function DiagramTools({ fit, onArrange }: { fit: FitViewOptions; onArrange: () => void }) {
  const { t } = useTranslation();
  const { zoomIn, zoomOut, fitView } = useReactFlow();

  useEffect(() => {
    const keys: Record<string, () => unknown> = {
      '+': () => zoomIn(),
      '=': () => zoomIn(),
      '-': () => zoomOut(),
      '0': () => fitView(fit),
    };
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest(typing) !== null;
      const run = keys[event.key];
      if (run && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        run();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [zoomIn, zoomOut, fitView, fit]);

  const tools = [
    { icon: <ZoomInIcon />, hint: t('Zoom in (+)'), run: () => void zoomIn() },
    { icon: <ZoomOutIcon />, hint: t('Zoom out (−)'), run: () => void zoomOut() },
    { icon: <FitIcon />, hint: t('Show all (0)'), run: () => void fitView(fit) },
    { icon: <ArrangeIcon />, hint: t('Arrange again'), run: onArrange },
  ];
  return (
    <Panel position="bottom-left" className={styles['tools'] ?? ''}>
      {tools.map(({ icon, hint, run }) => (
        <IconButton key={hint} icon={icon} hint={hint} label={hint} onClick={run} />
      ))}
    </Panel>
  );
}
