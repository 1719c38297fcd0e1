import type { RecordKey, User } from '@pergola/api';
import { Modal, Select } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '../screens/useReturnFocus';
import { fullNameOf } from './people';

interface PickPeopleProps {
  title: string;
  /** Who is offered for what is typed. */
  found: { data: readonly User[] | undefined; isPending: boolean; isError: boolean };
  isBusy: boolean;
  onType: (text: string) => void;
  onAdd: (users: RecordKey[]) => void;
  onClose: () => void;
}

/** Chooses people to be added to something. */
export function PickPeople({ title, found, isBusy, onType, onAdd, onClose }: PickPeopleProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<{ value: RecordKey; label: string }[]>([]);
  const type = (text: string) => {
    setSearch(text);
    onType(text);
  };
  return (
    <Modal
      open
      title={title}
      okText={t('Add')}
      cancelText={t('Cancel')}
      okButtonProps={{ disabled: chosen.length === 0, loading: isBusy }}
      onOk={() => onAdd(chosen.map((one) => one.value))}
      onCancel={onClose}
    >
      <Select<{ value: RecordKey; label: string }[]>
        mode="multiple"
        labelInValue
        autoFocus
        style={{ width: '100%' }}
        aria-label={t('People')}
        placeholder={t('Search for a name')}
        loading={found.isPending}
        value={chosen}
        showSearch={{ filterOption: false, searchValue: search, onSearch: type }}
        notFoundContent={found.isError ? t('People could not be loaded') : t('Nobody else has this name')}
        options={(found.data ?? []).map((user) => ({ value: user.id, label: fullNameOf(user) }))}
        onChange={setChosen}
      />
    </Modal>
  );
}
