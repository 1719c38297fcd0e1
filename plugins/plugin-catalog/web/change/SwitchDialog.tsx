import { useReturnFocus, useText } from '@pergola/plugin';
import { Modal } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import type { ListedPlugin } from '../model/plugin';

interface SwitchDialogProps {
  plugin: ListedPlugin;
  isOn: boolean;
  /** What is switched with it. */
  others: readonly ListedPlugin[];
  onSwitch: () => void;
  onClose: () => void;
}

/** Asks before other plugins are switched along. */
export function SwitchDialog({ plugin, isOn, others, onSwitch, onClose }: SwitchDialogProps) {
  const { t } = useTranslation();
  const text = useText();
  const name = text(plugin.displayName);
  const names = others.map((other) => text(other.displayName)).join(', ');
  useReturnFocus();
  return (
    <Modal
      open
      title={isOn ? t('Switch {name} on?', { name }) : t('Switch {name} off?', { name })}
      okText={others.length === 0 ? t('Switch off') : isOn ? t('Switch all on') : t('Switch all off')}
      cancelText={t('Cancel')}
      onOk={onSwitch}
      onCancel={onClose}
    >
      {others.length > 0 && <p>{isOn ? t('Also switches on: {names}', { names }) : t('Also switches off: {names}', { names })}</p>}
      {!isOn && <p>{t('What they do is gone for everybody until they are on again. Their tables and records stay.')}</p>}
    </Modal>
  );
}
