import { DeleteDialog, useAct } from '@pergola/plugin';
import { Button, DeleteIcon, EditIcon, Flex, IconButton, PlusIcon } from '@pergola/ui';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleCollection, Scope } from '../model/rules';
import pageStyles from '../pages/roles.module.css';
import { scopeParams, scopesKey } from '../queries';
import styles from './scopes.module.css';

const ScopeDialog = lazy(async () => ({ default: (await import('./ScopeDialog')).ScopeDialog }));

/** The conditions that rules for this collection can name. */
export function ScopeList({ collection, scopes }: { collection: RoleCollection; scopes: readonly Scope[] }) {
  const { t } = useTranslation();
  /** Null while a new one is made. */
  const [edited, setEdited] = useState<Scope | null>();
  const [doomed, setDoomed] = useState<Scope>();
  const own = scopes.filter((scope) => scope.resourceName !== null);
  const remove = useAct<Scope>({
    run: (api, scope) => api.post('dataSources/main/rolesResourcesScopes:destroy', undefined, scopeParams(scope.id)),
    touches: [scopesKey],
    failed: t('The condition was not deleted'),
    onDone: () => setDoomed(undefined),
  });

  return (
    <section className={styles['scopes']} aria-label={t('Conditions')}>
      <h3>{t('Conditions')}</h3>
      <p className={pageStyles['quiet']}>
        {t('Besides all and own records, a rule can concern the records that meet a condition you give a name.')}
      </p>
      {own.length > 0 && (
        <ul>
          {own.map((scope) => (
            <li key={scope.key} className={styles['scope']}>
              <span>{scope.name}</span>
              <Flex gap={2}>
                <IconButton
                  icon={<EditIcon />}
                  hint={t('Edit')}
                  label={t('Edit {title}', { title: scope.name })}
                  onClick={() => setEdited(scope)}
                />
                <IconButton
                  icon={<DeleteIcon />}
                  hint={t('Delete')}
                  label={t('Delete {title}', { title: scope.name })}
                  onClick={() => setDoomed(scope)}
                />
              </Flex>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button size="small" icon={<PlusIcon />} onClick={() => setEdited(null)}>
          {t('New condition')}
        </Button>
      </div>
      {edited !== undefined && (
        <Suspense fallback={null}>
          <ScopeDialog collection={collection} scope={edited ?? undefined} onClose={() => setEdited(undefined)} />
        </Suspense>
      )}
      {doomed && (
        <DeleteDialog
          title={t('Delete {title}?', { title: doomed.name })}
          isBusy={remove.isPending}
          onDelete={() => remove.mutate(doomed)}
          onClose={() => setDoomed(undefined)}
        >
          <p>{t('A condition that a rule still names cannot be deleted; give those rules other records first.')}</p>
        </DeleteDialog>
      )}
    </section>
  );
}
