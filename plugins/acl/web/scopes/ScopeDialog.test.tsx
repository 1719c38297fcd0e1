import { refusal, renderInPlace, skipStyles, type AskedRequest } from '@pergola/plugin/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Scope } from '../model/rules';
import { ScopeDialog } from './ScopeDialog';

skipStyles();

const field = (name: string, kind: string, type: string, title: string) => ({ name, type, interface: kind, uiSchema: { title } });
const id = { ...field('id', 'id', 'bigInt', 'ID'), primaryKey: true };
const relation = (name: string, target: string, label: string, title: string) => ({
  ...field(name, 'm2o', 'belongsTo', title),
  target,
  targetKey: 'id',
  foreignKey: `${name}Id`,
  uiSchema: { title, 'x-component-props': { fieldNames: { label, value: 'id' } } },
});
const fields = [
  id,
  field('title', 'input', 'string', 'Title'),
  field('total', 'number', 'double', 'Total'),
  relation('createdBy', 'users', 'nickname', 'Created by'),
  relation('department', 'departments', 'title', 'Department'),
];
const orders = { name: 'orders', title: 'Orders', usingConfig: 'strategy' as const, fields };
const collections = [
  { name: 'orders', title: 'Orders', titleField: 'title', fields },
  { name: 'users', title: 'Users', fields: [id, field('nickname', 'input', 'string', 'Nickname')] },
  { name: 'departments', title: 'Departments', fields: [id, field('title', 'input', 'string', 'Name')] },
];
const mine = '{{ ctx.state.currentUser.id }}';
const scopeOf = (scope: Record<string, unknown>): Scope => ({ id: 3, key: 'x', name: 'Mine', resourceName: 'orders', scope });

function open(scope?: Record<string, unknown>, list: (request: AskedRequest) => unknown = () => ({ data: [], meta: { count: 12 } })) {
  const onClose = vi.fn();
  const place = renderInPlace(
    <ScopeDialog collection={orders} scope={scope && scopeOf(scope)} onClose={onClose} />,
    (request) => {
      switch (request.action) {
        case 'collections:list':
          return { data: collections };
        case 'auth:check':
          return { data: { id: 1, nickname: 'Root' } };
        case 'users:list':
          return { data: [{ id: 1, nickname: 'Root' }, { id: 7, nickname: 'Ada', departments: [{ id: 4 }] }] };
        case 'orders:list':
          return list(request);
        default:
          return { data: 'ok' };
      }
    },
  );
  const saved = (action: 'create' | 'update') =>
    place.asked.filter((one) => one.action === `dataSources/main/rolesResourcesScopes:${action}`).map((one) => one.body);
  const tried = () =>
    place.asked.filter((one) => one.action === 'orders:list').map((one) => JSON.parse(one.params.get('filter') ?? 'null') as unknown);
  return { ...place, onClose, saved, tried };
}

const press = async (name: RegExp | string) => userEvent.click(await screen.findByRole('button', { name }));
const name = (text: string) => userEvent.type(screen.getByLabelText('Name of the condition'), text);
const meaning = () => screen.getByRole('region', { name: 'What this means' }).textContent;

async function choose(box: HTMLElement, title: string) {
  await userEvent.click(box);
  await userEvent.click(await screen.findByTitle(title));
}

async function typeJson(text: string) {
  const box = screen.getByLabelText('Condition', { selector: 'textarea' });
  await userEvent.clear(box);
  if (text) {
    await userEvent.click(box);
    await userEvent.paste(text);
  }
}

describe('A new condition', () => {
  it('is made with the builder, said in words, counted and tried out', async () => {
    const { saved, tried, onClose } = open();
    await choose(await screen.findByRole('combobox', { name: 'Field' }), 'Created by');
    await choose(screen.getByRole('combobox', { name: 'Operator' }), 'is one of');
    await press('Something of the person who looks');
    await userEvent.click(await screen.findByText('The person who looks'));
    await waitFor(() => expect(meaning()).toContain('Orders where Created by is the person who looks'));
    expect(await screen.findByText('12 of the records that you see')).toBeTruthy();
    await name('Mine');
    await press('Save');
    const scope = { $and: [{ createdById: { $eq: mine } }] };
    await waitFor(() => expect(saved('create')).toEqual([{ name: 'Mine', resourceName: 'orders', scope }]));
    expect(tried()).toContainEqual(scope);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });

  it('is not saved while a part of it is missing, for then it would let more through', async () => {
    const { saved } = open();
    await screen.findByRole('combobox', { name: 'Field' });
    await name('Half');
    expect(screen.queryByText('Choose or type a value.')).toBeNull();
    await press('Save');
    expect(await screen.findByText(/^Finish every condition, or remove it/)).toBeTruthy();
    expect(screen.getByText('Choose or type a value.')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Value' }), 'a');
    await waitFor(() => expect(screen.queryByText('Choose or type a value.')).toBeNull());
    await waitFor(() => expect(screen.queryByText(/^Finish every condition/)).toBeNull());
    await press('Remove condition');
    await press('Save');
    expect(await screen.findByText('Add at least one condition.')).toBeTruthy();
    expect(saved('create')).toEqual([]);
  });

  it('asks before what was typed is given up', async () => {
    const { onClose } = open();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Value' }), 'a');
    await press('Cancel');
    expect(await screen.findByText('Leave without saving?', { selector: 'span' })).toBeTruthy();
    expect(onClose).not.toHaveBeenCalled();
    await press('Discard changes');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });

  it('that the server refuses stays, with its words at its place', async () => {
    const { saved, onClose } = open(undefined, () => refusal(400, 'Unknown field title'));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Value' }), 'a');
    await name('Refused');
    await press('Save');
    expect(await screen.findByText('Unknown field title', { selector: '.ant-form-item-explain-error' })).toBeTruthy();
    expect(await screen.findByText('The server does not take this condition: Unknown field title')).toBeTruthy();
    expect(saved('create')).toEqual([]);
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('A stored condition', () => {
  it('is shown as conditions again, and only a new name leaves it as it was written', async () => {
    const scope = { createdById: '{{$user.id}}', total: { $gt: 100 } };
    const { saved } = open(scope);
    expect(await screen.findByTitle('The person who looks')).toBeTruthy();
    expect(meaning()).toContain('Orders where Created by is the person who looks and Total > 100');
    await name(' too');
    await press('Save');
    await waitFor(() => expect(saved('update')).toEqual([{ name: 'Mine too', scope }]));
  });

  it('is changed, and a variable gives its place to a typed value', async () => {
    const { saved } = open({ title: { $eq: '{{ $user.nickname }}' } });
    expect(await screen.findByText('Whoever has no name sees the records without a value here.')).toBeTruthy();
    await press('Type a value instead: Their name');
    await userEvent.type(screen.getByRole('textbox', { name: 'Value' }), 'b');
    await press('Save');
    await waitFor(() => expect(saved('update')).toEqual([{ name: 'Mine', scope: { $and: [{ title: { $eq: 'b' } }] } }]));
  });

  it('that the builder cannot show is JSON and says why, until it can', async () => {
    const { saved } = open({ title: { $regexp: '^a' } });
    expect(await screen.findByText('The builder cannot show the comparison $regexp here.')).toBeTruthy();
    const back = screen.getByRole<HTMLButtonElement>('button', { name: 'Edit with the builder' });
    expect(back.disabled).toBe(true);
    await typeJson('{"title": ');
    expect(await screen.findByText('This is not JSON. Look for a missing quote, comma or bracket.')).toBeTruthy();
    expect(back.disabled).toBe(true);
    await typeJson('{"prise": 1}');
    expect(await screen.findByText('There is no field prise here.')).toBeTruthy();
    await typeJson('{"department.id": {"$in": "{{ $user.departments.id }}"}}');
    await waitFor(() => expect(meaning()).toContain('Orders where Department is one of their departments'));
    await userEvent.click(back);
    expect(await screen.findByTitle('Their departments')).toBeTruthy();
    await press('Save');
    await waitFor(() =>
      expect(saved('update')).toEqual([
        { name: 'Mine', scope: { 'department.id': { $in: '{{ $user.departments.id }}' } } },
      ]),
    );
  });

  it('goes to JSON and back without losing what is unfinished or how it was laid out', async () => {
    open({ total: 5 });
    await press(/Add condition/);
    await press('Edit as JSON');
    const text = screen.getByLabelText<HTMLTextAreaElement>('Condition', { selector: 'textarea' });
    expect(JSON.parse(text.value)).toEqual({ $and: [{ total: { $eq: 5 } }] });
    await press('Edit with the builder');
    expect(screen.getAllByRole('combobox', { name: 'Field' })).toHaveLength(2);
    await press('Edit as JSON');
    await typeJson('{"$or":[{"total":5}]}');
    await press('Edit with the builder');
    expect(screen.getAllByRole('combobox', { name: 'Field' })).toHaveLength(1);
    await press('Edit as JSON');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Condition', { selector: 'textarea' }).value).toBe('{"$or":[{"total":5}]}');
  });

  it('is counted for another person with what that person has', async () => {
    const { tried } = open({ 'department.id': { $in: '{{ $user.departments.id }}' } });
    await choose(await screen.findByRole('combobox', { name: 'Example of a person who looks' }), 'Ada');
    await waitFor(() => expect(tried()).toContainEqual({ 'department.id': { $in: [4] } }));
  });

  it('says that it could not be read when the collections cannot', async () => {
    renderInPlace(<ScopeDialog collection={orders} scope={scopeOf({})} onClose={vi.fn()} />, () => refusal(500, 'broken'));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByRole('button', { name: /again/i })).toBeTruthy();
    expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
  });
});
