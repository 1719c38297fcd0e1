import type { RecordKey, User } from '@pergola/api';
import { useDebounced } from '@pergola/fields';
import { useReturnFocus } from '@pergola/plugin';
import { Modal, Select } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf, secondName, useCandidates } from './peopleQuery';

interface AddPeopleProps {
  role: string;
  isBusy: boolean;
  onAdd: (users: { id: RecordKey; name: string }[]) => void;
  onClose: () => void;
}

const pause = 250;
const labelOf = (user: User) => [nameOf(user), secondName(user)].filter(Boolean).join(' · ');

export function AddPeople({ role, isBusy, onAdd, onClose }: AddPeopleProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<{ value: RecordKey; label: string }[]>([]);
  const { data, isPending, isError } = useCandidates(role, useDebounced(search, pause));
  return (
    <Modal
      open
      title={t('Give this role to people')}
      okText={t('Add')}
      cancelText={t('Cancel')}
      okButtonProps={{ disabled: chosen.length === 0, loading: isBusy }}
      onOk={() => onAdd(chosen.map((one) => ({ id: one.value, name: one.label })))}
      onCancel={onClose}
    >
      <Select<{ value: RecordKey; label: string }[]>
        mode="multiple"
        labelInValue
        autoFocus
        style={{ width: '100%' }}
        aria-label={t('People')}
        placeholder={t('Search for a name')}
        loading={isPending}
        value={chosen}
        showSearch={{ filterOption: false, searchValue: search, onSearch: setSearch }}
        notFoundContent={isError ? t('People could not be loaded') : t('Nobody else has this name')}
        options={(data ?? []).map((user) => ({ value: user.id, label: labelOf(user) }))}
        onChange={setChosen}
      />
    </Modal>
  );
}
