import { nameOf, PeopleList, PickPeople, secondNameOf, useDebounced, usePeopleFinder } from '@pergola/plugin';
import { Button, CloseIcon, IconButton, PlusIcon, StarIcon, Tag, type TableColumnsType } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../pages/departments.module.css';
import type { Member } from '../people';
import { useMembers, useOutsiders } from '../queries';
import { useMemberChanges } from './useMemberChanges';

const pause = 250;

/** Who is in a department, and who of them owns it. */
export function MembersTable({ department }: { department: string }) {
  const { t } = useTranslation();
  const [isAdding, setIsAdding] = useState(false);
  const [wanted, setWanted] = useState('');
  const finder = usePeopleFinder();
  const members = useMembers(department, finder.search, finder.page);
  const outsiders = useOutsiders(department, useDebounced(wanted, pause));
  const { add, remove, mark } = useMemberChanges(department, () => setIsAdding(false));

  const columns: TableColumnsType<Member> = [
    {
      title: t('Name'),
      render: (_, user) => (
        <>
          {nameOf(user)} {user.departmentsUsers?.isOwner && <Tag>{t('Owner')}</Tag>}
          <div className={styles['second']}>{secondNameOf(user)}</div>
        </>
      ),
    },
    {
      title: <span className={styles['actionsHead']}>{t('Actions')}</span>,
      align: 'end',
      width: 104,
      render: (_, user) => {
        const turn = user.departmentsUsers?.isOwner ? t('No longer an owner') : t('Make an owner');
        return (
          <span className={styles['actions']}>
            <IconButton
              icon={<StarIcon />}
              hint={turn}
              label={`${turn}: ${nameOf(user)}`}
              isDisabled={mark.isPending}
              onClick={() => mark.mutate(user)}
            />
            <IconButton
              icon={<CloseIcon />}
              hint={t('Remove')}
              label={`${t('Remove')}: ${nameOf(user)}`}
              isDisabled={remove.isPending}
              onClick={() => remove.mutate(user)}
            />
          </span>
        );
      },
    },
  ];

  return (
    <section className={styles['stack']} aria-label={t('Members')}>
      <PeopleList<Member>
        finder={finder}
        query={members}
        columns={columns}
        searchLabel={t('Search members')}
        actions={
          <Button icon={<PlusIcon />} onClick={() => setIsAdding(true)}>
            {t('Add people')}
          </Button>
        }
        empty={{
          title: t('Nobody is in this department'),
          text: t('Add people, so that they have the roles of the department.'),
        }}
      />
      {isAdding && (
        <PickPeople
          title={t('Add people to the department')}
          found={outsiders}
          isBusy={add.isPending}
          onType={setWanted}
          onAdd={(users) => add.mutate({ users })}
          onClose={() => setIsAdding(false)}
        />
      )}
    </section>
  );
}
