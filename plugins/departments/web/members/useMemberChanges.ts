import { RequestFailure, type RecordKey } from '@pergola/api';
import { currentUserKey, nameOf, rightsKey, useAct, useNotices } from '@pergola/plugin';
import { useTranslation } from 'react-i18next';
import type { Member } from '../people';
import { addressOf } from '../queries';

interface Joining {
  users: RecordKey[];
  owners?: RecordKey[];
}

/** Who belongs to a department changes: at once, and what was taken away can be put back. */
export function useMemberChanges(department: string, onAdded: () => void) {
  const { t } = useTranslation();
  const notices = useNotices();
  const touches = [['users'], rightsKey, currentUserKey];
  const fail = (title: string) => (failure: unknown) => {
    const isForbidden = failure instanceof RequestFailure && failure.status === 403;
    const why = t('The roles of this department may do more than you may, so it is not yours to say who has them.');
    notices.failed(isForbidden ? `${title}. ${why}` : title, failure);
  };
  const add = useAct<Joining>({
    run: async (api, { users, owners }) => {
      await api.post(addressOf(department, 'members:add'), users);
      if (owners?.length) {
        await api.post(addressOf(department, 'owners:add'), owners);
      }
    },
    touches,
    done: t('Saved'),
    onDone: onAdded,
    onFailed: fail(t('Nobody was added')),
  });
  const remove = useAct<Member>({
    run: (api, user) => api.post(addressOf(department, 'members:remove'), [user.id]),
    touches,
    onDone: (_, user) =>
      notices.done(t('{name} is no longer in the department', { name: nameOf(user) }), {
        label: t('Undo'),
        run: () => add.mutate({ users: [user.id], owners: user.departmentsUsers?.isOwner ? [user.id] : [] }),
      }),
    onFailed: fail(t('Nobody was removed')),
  });
  const mark = useAct<Member>({
    run: (api, user) =>
      api.post(addressOf(department, user.departmentsUsers?.isOwner ? 'owners:remove' : 'owners:add'), [user.id]),
    touches,
    failed: t('The owners were not changed'),
  });
  return { add, remove, mark };
}
