import type { Role } from '@pergola/api';
import { useRoleTabs, useText } from '@pergola/plugin';
import { Alert, Button, DeleteIcon, EditIcon, Flex, PersonIcon, Skeleton, Tabs, Tooltip } from '@pergola/ui';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataTab } from '../data/DataTab';
import { GeneralTab } from '../general/GeneralTab';
import { DeleteRole } from '../list/DeleteRole';
import { RoleDrawer } from '../list/RoleDrawer';
import { builtIn, root } from '../model/labels';
import { checkPathOf, rolePath, rolesPath } from '../paths';
import { PeopleTab } from '../people/PeopleTab';
import styles from './roles.module.css';

export function RoleBody({ role, tab }: { role: Role; tab: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const text = useText();
  const [isEditing, setIsEditing] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const isRoot = role.name === root;
  const further = useRoleTabs();
  const canDelete = !builtIn.has(role.name);

  return (
    <>
      <div className={styles['bodyHead']}>
        <h2>{text(role.title) || role.name}</h2>
        <Flex gap={8} wrap>
          <Button icon={<PersonIcon />} onClick={() => void navigate(checkPathOf({ role: role.name }))}>
            {t('Check rights')}
          </Button>
          <Button icon={<EditIcon />} disabled={isRoot} onClick={() => setIsEditing(true)}>
            {t('Edit')}
          </Button>
          <Tooltip title={canDelete ? undefined : t('It comes with the product and stays')}>
            <Button icon={<DeleteIcon />} disabled={!canDelete} onClick={() => setIsDeleting(true)}>
              {t('Delete')}
            </Button>
          </Tooltip>
        </Flex>
      </div>
      {isRoot && (
        <Alert
          type="info"
          showIcon
          title={t('This role may do everything')}
          description={t('It cannot be limited, and only those who have it give it to others.')}
        />
      )}
      <Tabs
        activeKey={tab}
        onChange={(key) => void navigate(rolePath(role.name, key))}
        items={[
          { key: 'general', label: t('General settings'), children: <GeneralTab role={role} isFixed={isRoot} /> },
          ...(isRoot ? [] : [{ key: 'data', label: t('Data'), children: <DataTab role={role} /> }]),
          { key: 'people', label: t('People'), children: <PeopleTab role={role} /> },
          ...further.map(({ key, title, Content }) => ({
            key,
            label: t(title),
            children: (
              <Suspense fallback={<Skeleton active />}>
                <Content role={role} />
              </Suspense>
            ),
          })),
        ]}
      />
      {isEditing && <RoleDrawer role={role} onClose={() => setIsEditing(false)} />}
      {isDeleting && (
        <DeleteRole role={role} onDeleted={() => void navigate(rolesPath)} onClose={() => setIsDeleting(false)} />
      )}
    </>
  );
}
