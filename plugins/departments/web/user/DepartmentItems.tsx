import type { RecordKey, User } from '@pergola/api';
import { useApi } from '@pergola/plugin';
import { Form, Select } from '@pergola/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf, pathText, type Department } from '../model/tree';
import { ofUserKey, useDepartments } from '../queries';

interface Belonging {
  departments: RecordKey[];
  mainDepartmentId: RecordKey | null;
}

/** What is stored of a user; a new one belongs nowhere. */
function useBelonging(user: User | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ofUserKey(user?.id),
    enabled: user !== undefined,
    gcTime: 0,
    queryFn: async ({ signal }): Promise<Belonging> => {
      const params = { filterByTk: user?.id ?? null, fields: ['id', 'mainDepartmentId'], appends: ['departments'] };
      const { data } = await api.get<{ mainDepartmentId?: RecordKey | null; departments?: Department[] }>('users:get', {
        params,
        signal,
      });
      return {
        departments: data.departments?.map((one) => one.id) ?? [],
        mainDepartmentId: data.mainDepartmentId ?? null,
      };
    },
  });
}

const same = (left: RecordKey | null, right: RecordKey) => String(left) === String(right);

/** Departments and main department in the form of a user. */
export function DepartmentItems({ user }: { user: User | undefined }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Belonging>();
  const { departments, isPending, isError } = useDepartments();
  const { data: stored, isError: isUnread } = useBelonging(user);
  const chosen = Form.useWatch('departments', form) ?? [];

  useEffect(() => {
    // Shown, not changed: what nobody has touched is not sent.
    if (stored && !form.isFieldTouched('departments')) {
      form.setFields([
        { name: 'departments', value: stored.departments, touched: false },
        { name: 'mainDepartmentId', value: stored.mainDepartmentId, touched: false },
      ]);
    }
  }, [form, stored]);

  const optionOf = (department: Department) => ({
    value: department.id,
    label: pathText(departments, keyOf(department)),
  });
  const follow = (next: RecordKey[]) => {
    const main = form.getFieldValue('mainDepartmentId') as RecordKey | null;
    if (!next.some((id) => same(main, id))) {
      form.setFields([{ name: 'mainDepartmentId', value: next[0] ?? null, touched: true }]);
    }
  };
  const isUnknown = user !== undefined && !stored;
  return (
    <>
      <Form.Item
        name="departments"
        label={t('Departments')}
        extra={
          isError || isUnread
            ? t('The departments could not be loaded, so they stay as they are.')
            : t('This person also has the roles of their departments.')
        }
      >
        <Select<RecordKey[]>
          mode="multiple"
          loading={isPending || isUnknown}
          disabled={isError || isUnknown}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent={t('No department has this name')}
          options={departments.map(optionOf)}
          onChange={follow}
        />
      </Form.Item>
      <Form.Item name="mainDepartmentId" label={t('Main department')} hidden={chosen.length === 0}>
        <Select<RecordKey>
          disabled={isUnknown}
          options={departments.filter((one) => chosen.some((id) => same(id, one.id))).map(optionOf)}
        />
      </Form.Item>
    </>
  );
}
