import type { RecordKey } from '@pergola/api';
import { FormDrawer, useAct, useReturnFocus, useText } from '@pergola/plugin';
import { Checkbox, Form, Input, Radio, Select } from '@pergola/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isSafeAddress } from '../model/address';
import { addressOf, branchOf, flat, wayTo, type RouteNode } from '../model/routes';
import { routesKey } from '../queries';

interface RouteForm {
  type: 'group' | 'link';
  title: string;
  parentId?: RecordKey | null;
  href?: string;
  openInNewWindow?: boolean;
}

interface RouteDrawerProps {
  nodes: readonly RouteNode[];
  /** Absent for a new one. */
  node?: RouteNode;
  onClose: () => void;
}

/** What an entry is called, where it stands, and where a link leads. */
export function RouteDrawer({ nodes, node, onClose }: RouteDrawerProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const text = useText();
  const [form] = Form.useForm<RouteForm>();
  const route = node?.route;
  const type = Form.useWatch('type', form) ?? route?.type ?? 'link';

  useEffect(() => {
    form.setFieldsValue(
      route
        ? {
            title: route.title ?? '',
            parentId: route.parentId,
            href: addressOf(route),
            openInNewWindow: route.options?.openInNewWindow === true,
          }
        : { type: 'link', openInNewWindow: false },
    );
  }, [form, route]);

  const save = useAct<RouteForm>({
    run: (api, values) => {
      const isLink = (route?.type ?? values.type) === 'link';
      const options = { ...route?.options, href: values.href?.trim() ?? '', openInNewWindow: values.openInNewWindow === true };
      const body = {
        title: values.title.trim(),
        // A tab stays with its page.
        ...(route?.type !== 'tabs' && { parentId: values.parentId ?? null }),
        ...(isLink && { options }),
      };
      return route
        ? api.post('desktopRoutes:update', body, { params: { filterByTk: route.id } })
        : api.post('desktopRoutes:create', { type: values.type, ...body });
    },
    touches: [routesKey],
    failed: t('The entry was not saved'),
    done: t('Saved'),
    onDone: onClose,
  });

  // It can stand neither below itself nor below what is below it.
  const own = new Set(node ? branchOf(node).map(({ key }) => key) : []);
  const places = flat(nodes)
    .filter((one) => one.route.type === 'group' && !own.has(one.key))
    .map((one) => ({
      value: one.route.id,
      label: [...wayTo(nodes, one.key), one].map((part) => text(part.route.title) || t('Without a name')).join(' / '),
    }));
  return (
    <FormDrawer
      title={route ? t('Edit entry') : t('Add entry')}
      isOpen
      isBusy={save.isPending}
      form={form}
      firstField="title"
      onClose={onClose}
      onSubmit={(values) => save.mutate(values)}
    >
      {!route && (
        <Form.Item name="type" label={t('Kind')}>
          <Radio.Group
            options={[
              { value: 'link', label: t('Menu link') },
              { value: 'group', label: t('Group') },
            ]}
          />
        </Form.Item>
      )}
      <Form.Item
        name="title"
        label={t('Name of the entry')}
        rules={[{ required: true, whitespace: true, message: t('Give it a name, such as Handbook.') }]}
      >
        <Input autoComplete="off" maxLength={255} />
      </Form.Item>
      {type === 'link' && (
        <>
          <Form.Item
            name="href"
            label={t('Address')}
            extra={t('Another site, a mailbox, or a place in this app, such as /admin/data/orders.')}
            rules={[
              {
                required: true,
                validator: (_, value: string | undefined) =>
                  isSafeAddress(value?.trim() ?? '')
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('Begin with https://, http://, mailto: or a slash.'))),
              },
            ]}
          >
            <Input autoComplete="off" maxLength={2000} inputMode="url" placeholder="https://" />
          </Form.Item>
          <Form.Item name="openInNewWindow" valuePropName="checked">
            <Checkbox>{t('Open in a new tab')}</Checkbox>
          </Form.Item>
        </>
      )}
      {route?.type !== 'tabs' && (
        <Form.Item name="parentId" label={t('Group')}>
          <Select
            allowClear
            placeholder={t('None: it stands at the top')}
            showSearch={{ optionFilterProp: 'label' }}
            notFoundContent={t('No group has this name')}
            options={places}
          />
        </Form.Item>
      )}
    </FormDrawer>
  );
}
