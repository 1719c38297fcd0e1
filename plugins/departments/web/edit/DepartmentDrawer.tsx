import type { RecordKey } from '@pergola/api';
import { FormDrawer, useAct, useReturnFocus } from '@pergola/plugin';
import { Form, Input, Select } from '@pergola/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { branchOf, keyOf, pathText, type Department } from '../model/tree';
import { departmentsKey } from '../queries';

interface DepartmentForm {
  title: string;
  parentId?: RecordKey | null;
}

interface DepartmentDrawerProps {
  departments: readonly Department[];
  /** Absent for a new one. */
  department?: Department | undefined;
  /** Where a new one is to stand; null for the top. */
  parentId: RecordKey | null;
  onSaved: (department: Department) => void;
  onClose: () => void;
}

/** A department's name and where it stands. */
export function DepartmentDrawer({ departments, department, parentId, onSaved, onClose }: DepartmentDrawerProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const [form] = Form.useForm<DepartmentForm>();

  useEffect(() => {
    form.setFieldsValue(department ? { title: department.title ?? '', parentId: department.parentId } : { parentId });
  }, [form, department, parentId]);

  const save = useAct<DepartmentForm, { data: Department | Department[] }>({
    run: (api, values) => {
      const body = { title: values.title.trim(), parentId: values.parentId ?? null };
      return department
        ? api.post('departments:update', body, { params: { filterByTk: department.id } })
        : api.post('departments:create', body);
    },
    touches: [departmentsKey],
    failed: t('The department was not saved'),
    done: t('Saved'),
    onDone: ({ data }) => {
      onClose();
      const saved = Array.isArray(data) ? data[0] : data;
      if (saved) {
        onSaved(saved);
      }
    },
  });

  // It can stand neither below itself nor below what is below it.
  const own = department ? branchOf(departments, keyOf(department)) : new Set<string>();
  const places = departments
    .filter((one) => !own.has(keyOf(one)))
    .map((one) => ({ value: one.id, label: pathText(departments, keyOf(one)) }));
  return (
    <FormDrawer
      title={department ? t('Rename or move') : t('Add department')}
      isOpen
      isBusy={save.isPending}
      form={form}
      firstField="title"
      onClose={onClose}
      onSubmit={(values) => save.mutate(values)}
    >
      <Form.Item
        name="title"
        label={t('Department name')}
        rules={[{ required: true, whitespace: true, message: t('Give it a name, such as Sales.') }]}
      >
        <Input autoComplete="off" maxLength={255} />
      </Form.Item>
      <Form.Item
        name="parentId"
        label={t('Belongs to')}
        extra={department && t('Everything below it moves with it. Nobody’s roles change by a move.')}
      >
        <Select
          allowClear
          placeholder={t('Nothing: it stands at the top')}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent={t('No department has this name')}
          options={places}
        />
      </Form.Item>
    </FormDrawer>
  );
}
