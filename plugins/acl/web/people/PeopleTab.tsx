import { RequestFailure, type RecordKey, type Role, type User } from '@pergola/api';
import {
  nameOf,
  PeopleList,
  PickPeople,
  rightsKey,
  secondNameOf,
  useAct,
  useDebounced,
  useNotices,
  usePeopleFinder,
} from '@pergola/plugin';
import { Button, PlusIcon, type TableColumnsType } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import pageStyles from '../pages/roles.module.css';
import { checkPathOf } from '../paths';
import { peopleKey, useCandidates, usePeople } from './peopleQuery';

const pause = 250;

/** Who has the role. */
export function PeopleTab({ role }: { role: Role }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notices = useNotices();
  const [isAdding, setIsAdding] = useState(false);
  const [wanted, setWanted] = useState('');
  const finder = usePeopleFinder();
  const people = usePeople(role.name, finder.search, finder.page);
  const candidates = useCandidates(role.name, useDebounced(wanted, pause));

  const address = (action: string) => `roles/${encodeURIComponent(role.name)}/users:${action}`;
  const touches = [peopleKey(role.name), ['users'], rightsKey];
  const fail = (title: string) => (failure: unknown) => {
    const isForbidden = failure instanceof RequestFailure && failure.status === 403;
    const why = t('This role may do more than you may, so it is not yours to give or take.');
    notices.failed(isForbidden ? `${title}. ${why}` : title, failure);
  };
  const add = useAct<RecordKey[]>({
    run: (api, ids) => api.post(address('add'), ids),
    touches,
    done: t('Saved'),
    onDone: () => setIsAdding(false),
    onFailed: fail(t('The role was not given')),
  });
  const remove = useAct<User>({
    run: (api, user) => api.post(address('remove'), [user.id]),
    touches,
    onDone: (_, user) =>
      notices.done(t('{name} no longer has this role', { name: nameOf(user) }), {
        label: t('Undo'),
        run: () => add.mutate([user.id]),
      }),
    onFailed: fail(t('The role was not taken')),
  });

  const columns: TableColumnsType<User> = [
    {
      title: t('Name'),
      render: (_, user) => (
        <>
          {nameOf(user)} <span className={pageStyles['quiet']}>{secondNameOf(user)}</span>
        </>
      ),
    },
    {
      title: '',
      align: 'end',
      render: (_, user) => (
        <span className={pageStyles['actions']}>
          <Button
            size="small"
            aria-label={`${t('Check rights')}: ${nameOf(user)}`}
            onClick={() => void navigate(checkPathOf({ user: String(user.id), role: role.name }))}
          >
            {t('Check rights')}
          </Button>
          <Button size="small" aria-label={`${t('Remove')}: ${nameOf(user)}`} onClick={() => remove.mutate(user)}>
            {t('Remove')}
          </Button>
        </span>
      ),
    },
  ];

  return (
    <div className={pageStyles['stack']}>
      <PeopleList<User>
        finder={finder}
        query={people}
        columns={columns}
        searchLabel={t('Search people')}
        actions={
          <Button icon={<PlusIcon />} onClick={() => setIsAdding(true)}>
            {t('Add people')}
          </Button>
        }
        empty={{ title: t('Nobody has this role'), text: t('Add people, so that they may do what it allows.') }}
      />
      {isAdding && (
        <PickPeople
          title={t('Give this role to people')}
          found={candidates}
          isBusy={add.isPending}
          onType={setWanted}
          onAdd={(users) => add.mutate(users)}
          onClose={() => setIsAdding(false)}
        />
      )}
    </div>
  );
}
