import { Button, DeleteIcon, EditIcon, Flex, PlusIcon } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DeleteDepartment } from '../edit/DeleteDepartment';
import { DepartmentDrawer } from '../edit/DepartmentDrawer';
import { MembersTable } from '../members/MembersTable';
import { keyOf, pathOf, type Department } from '../model/tree';
import { departmentPath } from '../paths';
import { DepartmentRoles } from '../roles/DepartmentRoles';
import styles from './departments.module.css';

interface DepartmentBodyProps {
  departments: readonly Department[];
  department: Department;
  onAddBelow: () => void;
  onDeleted: () => void;
}

/** The chosen department: its name and place, its roles, its members. */
export function DepartmentBody({ departments, department, onAddBelow, onDeleted }: DepartmentBodyProps) {
  const { t } = useTranslation();
  const [isEditing, setIsEditing] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const above = pathOf(departments, keyOf(department)).slice(0, -1);
  return (
    <>
      <div className={styles['bodyHead']}>
        <div className={styles['name']}>
          {above.length > 0 && (
            <nav aria-label={t('Departments above')} className={styles['way']}>
              {above.map((one) => (
                <span key={keyOf(one)}>
                  <Link to={departmentPath(one.id)}>{one.title}</Link>
                  {' / '}
                </span>
              ))}
            </nav>
          )}
          <h2>{department.title}</h2>
        </div>
        <Flex gap={8} wrap>
          <Button icon={<PlusIcon />} onClick={onAddBelow}>
            {t('Add below')}
          </Button>
          <Button icon={<EditIcon />} onClick={() => setIsEditing(true)}>
            {t('Rename or move')}
          </Button>
          <Button icon={<DeleteIcon />} onClick={() => setIsDeleting(true)}>
            {t('Delete')}
          </Button>
        </Flex>
      </div>
      <DepartmentRoles department={keyOf(department)} />
      <MembersTable department={keyOf(department)} />
      {isEditing && (
        <DepartmentDrawer
          departments={departments}
          department={department}
          parentId={department.parentId}
          onSaved={() => undefined}
          onClose={() => setIsEditing(false)}
        />
      )}
      {isDeleting && (
        <DeleteDepartment
          departments={departments}
          department={department}
          onDeleted={onDeleted}
          onClose={() => setIsDeleting(false)}
        />
      )}
    </>
  );
}
