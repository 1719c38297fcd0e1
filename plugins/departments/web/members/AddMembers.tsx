import type { RecordKey, User } from '@pergola/api';
import { useDebounced } from '@pergola/fields';
import { useReturnFocus } from '@pergola/plugin';
import { Modal, Select } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf, secondName } from '../people';
import { useOutsiders } from '../queries';

interface AddMembersProps {
  department: string;
  isBusy: boolean;
  onAdd: (users: RecordKey[]) => void;
  onClose: () => void;
}

const pause = 250;
const labelOf = (user: User) => [nameOf(user), secondName(user)].filter(Boolean).join(' · ');

/** People to put into a department; who is in it already is not offered. */
export function AddMembers({ department, isBusy, onAdd, onClose }: AddMembersProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<{ value: RecordKey; label: string }[]>([]);
  const { data, isPending, isError } = useOutsiders(department, useDebounced(search, pause));
  return (
    <Modal
      open
      title={t('Add people to the department')}
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
