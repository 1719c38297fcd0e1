import type { RecordKey } from '@pergola/api';
import { LoadFailure, usePageTitle } from '@pergola/plugin';
import { ApartmentIcon, Button, Card, Drawer, EmptyState, Page, PlusIcon, Skeleton, useIsNarrow } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { DepartmentDrawer } from '../edit/DepartmentDrawer';
import { AllUsers } from '../members/AllUsers';
import { keyOf } from '../model/tree';
import { departmentPath, departmentsPath } from '../paths';
import { useDepartments } from '../queries';
import { DepartmentTree } from '../tree/DepartmentTree';
import { DepartmentBody } from './DepartmentBody';
import styles from './departments.module.css';

/** The departments on the left, and what belongs to the chosen one; on a phone they are chosen in a drawer. */
export function DepartmentsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isNarrow = useIsNarrow();
  const { department: chosen = '' } = useParams();
  const { departments, isPending, error, refetch } = useDepartments();
  /** Where a new one is to stand; undefined while none is added. */
  const [addedTo, setAddedTo] = useState<RecordKey | null>();
  const [isChoosing, setIsChoosing] = useState(false);
  const department = departments.find((one) => keyOf(one) === chosen);
  usePageTitle(t('Departments'));

  const choose = (key: string) => {
    setIsChoosing(false);
    void navigate(key ? departmentPath(key) : departmentsPath);
  };
  if (error && departments.length === 0) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  const tree = <DepartmentTree departments={departments} chosen={chosen} onChoose={choose} />;
  return (
    <Page
      title={t('Departments')}
      about={t('Where people belong. Members have the roles of their departments besides their own.')}
      actions={
        <Button type="primary" icon={<PlusIcon />} onClick={() => setAddedTo(null)}>
          {t('Add department')}
        </Button>
      }
    >
      {isPending ? (
        <Card>
          <Skeleton active />
        </Card>
      ) : (
        <div className={styles['layout']}>
          {isNarrow ? (
            <Button icon={<ApartmentIcon />} onClick={() => setIsChoosing(true)}>
              {t('Choose a department')}
            </Button>
          ) : (
            tree
          )}
          <div className={styles['body']}>
            {department && (
              <DepartmentBody
                key={keyOf(department)}
                departments={departments}
                department={department}
                onAddBelow={() => setAddedTo(department.id)}
                onDeleted={() => choose(department.parentId === null ? '' : String(department.parentId))}
              />
            )}
            {!department && !chosen && <AllUsers departments={departments} />}
            {!department && chosen && <NoDepartment onShowAll={() => choose('')} />}
          </div>
        </div>
      )}
      {isNarrow && (
        <Drawer open={isChoosing} title={t('Departments')} placement="left" onClose={() => setIsChoosing(false)}>
          {tree}
        </Drawer>
      )}
      {addedTo !== undefined && (
        <DepartmentDrawer
          departments={departments}
          parentId={addedTo}
          onSaved={(added) => choose(keyOf(added))}
          onClose={() => setAddedTo(undefined)}
        />
      )}
    </Page>
  );
}

function NoDepartment({ onShowAll }: { onShowAll: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('This department does not exist')}
      action={<Button onClick={onShowAll}>{t('Show all users')}</Button>}
    >
      {t('It may have been deleted.')}
    </EmptyState>
  );
}
