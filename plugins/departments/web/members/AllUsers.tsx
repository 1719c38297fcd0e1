import { nameOf, PeopleList, secondNameOf, usePeopleFinder } from '@pergola/plugin';
import { Tag, type TableColumnsType } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { keyOf, pathText, type Department } from '../model/tree';
import styles from '../pages/departments.module.css';
import { departmentPath } from '../paths';
import { useEverybody, type Person } from '../queries';

/** Everybody, and where they belong. */
export function AllUsers({ departments }: { departments: readonly Department[] }) {
  const { t } = useTranslation();
  const finder = usePeopleFinder();
  const everybody = useEverybody(finder.search, finder.page);

  const columns: TableColumnsType<Person> = [
    {
      title: t('Name'),
      render: (_, user) => (
        <>
          {nameOf(user)}
          <div className={styles['second']}>{secondNameOf(user)}</div>
        </>
      ),
    },
    {
      title: t('Departments'),
      render: (_, user) =>
        user.departments?.length ? (
          <span className={styles['tags']}>
            {user.departments.map((one) => (
              <Tag key={keyOf(one)} title={pathText(departments, keyOf(one))}>
                <Link to={departmentPath(one.id)}>{one.title}</Link>
              </Tag>
            ))}
          </span>
        ) : (
          <span className={styles['quiet']}>{t('None')}</span>
        ),
    },
  ];

  return (
    <>
      <div className={styles['bodyHead']}>
        <h2>{t('All users')}</h2>
      </div>
      <PeopleList<Person>
        finder={finder}
        query={everybody}
        columns={columns}
        searchLabel={t('Search users')}
        empty={{ title: t('Nobody is here') }}
      />
    </>
  );
}
