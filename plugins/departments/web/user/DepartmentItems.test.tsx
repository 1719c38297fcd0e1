import { renderInPlace, skipStyles } from '@pergola/plugin/testing';
import { Button, Form } from '@pergola/ui';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { DepartmentItems } from './DepartmentItems';

skipStyles();

const departments = [
  { id: 1, title: 'Sales', parentId: null },
  { id: 2, title: 'North', parentId: 1 },
];
const user = { id: 7, nickname: 'Ada', username: 'ada', email: null, appLang: null };
const answer = ({ action }: { action: string }) =>
  action === 'users:get' ? { data: { id: 7, mainDepartmentId: 1, departments: [departments[0]] } } : { data: departments };

it('What nobody changes is not sent, and the main department is one of theirs', async () => {
  const send = vi.fn();
  const Trial = () => {
    const [form] = Form.useForm();
    return (
      <Form form={form}>
        <DepartmentItems user={user} />
        <Button onClick={() => send(form.isFieldsTouched(), form.getFieldsValue(true))}>Try</Button>
      </Form>
    );
  };
  renderInPlace(<Trial />, answer);
  const press = () => userEvent.click(screen.getByRole('button', { name: 'Try' }));
  await waitFor(() => expect(screen.getAllByTitle('Sales').length).toBeGreaterThan(0));
  await press();
  expect(send).toHaveBeenLastCalledWith(false, { departments: [1], mainDepartmentId: 1 });
  await userEvent.click(screen.getByRole('combobox', { name: 'Departments' }));
  await userEvent.click(await screen.findByTitle('Sales / North'));
  await press();
  expect(send).toHaveBeenLastCalledWith(true, { departments: [1, 2], mainDepartmentId: 1 });
  await userEvent.click(screen.getByRole('combobox', { name: 'Departments' }));
  const option = screen.getAllByTitle('Sales').find((one) => one.classList.contains('ant-select-item-option'));
  await userEvent.click(option as HTMLElement);
  await press();
  expect(send).toHaveBeenLastCalledWith(true, { departments: [2], mainDepartmentId: 2 });
});
