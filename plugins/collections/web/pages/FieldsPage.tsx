import type { FieldDefinition } from '@pergola/api';
import { interfaceOf, isRelation, type FieldInterface } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import {
  BackIcon,
  Button,
  Card,
  CodeIcon,
  DeleteIcon,
  EditIcon,
  IconButton,
  Page,
  PlusIcon,
  Skeleton,
  Table,
  TableIcon,
  Tag,
  type TableColumnsType,
} from '@pergola/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useCollection, visibleFields } from '../collectionsQuery';
import { LoadFailure } from '../components/LoadFailure';
import { DefinitionJson } from '../fields/DefinitionJson';
import { DeleteField } from '../fields/DeleteField';
import { FieldDrawer } from '../fields/FieldDrawer';
import { InterfacePicker } from '../fields/InterfacePicker';
import { collectionsPath } from '../paths';
import styles from './tables.module.css';

export function FieldsPage() {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const { collection: name = '' } = useParams();
  const { collection, isPending, error, refetch } = useCollection(name);
  const [isPicking, setIsPicking] = useState(false);
  const [isJsonOpen, setIsJsonOpen] = useState(false);
  const [kind, setKind] = useState<FieldInterface>();
  const [edited, setEdited] = useState<FieldDefinition>();
  const [doomed, setDoomed] = useState<FieldDefinition>();
  const columns = useColumns(setEdited, setDoomed);
  const title = text(collection?.title) || name;

  useEffect(() => {
    document.title = `${title} · Pergola`;
  }, [title]);

  if (error && !collection) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  if (isPending) {
    return (
      <Page title={name}>
        <Skeleton active />
      </Page>
    );
  }
  if (!collection) {
    return (
      <Page title={t('There is no collection {name}', { name })}>
        <Link to={collectionsPath}>{t('All collections')}</Link>
      </Page>
    );
  }

  return (
    <Page
      title={
        <>
          <Button
            type="text"
            icon={<BackIcon />}
            aria-label={t('All collections')}
            onClick={() => void navigate(collectionsPath)}
          />{' '}
          {title}
        </>
      }
      about={collection.description}
      actions={
        <>
          <Button icon={<CodeIcon />} onClick={() => setIsJsonOpen(true)}>
            {t('JSON')}
          </Button>
          <Button icon={<TableIcon />} onClick={() => void navigate(`/admin/data/${name}`)}>
            {t('Records')}
          </Button>
          <Button type="primary" icon={<PlusIcon />} onClick={() => setIsPicking(true)}>
            {t('Add field')}
          </Button>
        </>
      }
    >
      <Card isFlush>
        <Table
          rowKey="name"
          size="middle"
          columns={columns}
          dataSource={visibleFields(collection)}
          pagination={false}
          scroll={{ x: 'max-content' }}
        />
      </Card>
      {isPicking && (
        <InterfacePicker
          collection={collection}
          onClose={() => setIsPicking(false)}
          onPick={(picked) => {
            setIsPicking(false);
            setKind(picked);
          }}
        />
      )}
      <FieldDrawer
        collection={collection}
        kind={kind}
        field={edited}
        onClose={() => {
          setKind(undefined);
          setEdited(undefined);
        }}
      />
      {doomed && <DeleteField collection={collection} field={doomed} onClose={() => setDoomed(undefined)} />}
      {isJsonOpen && <DefinitionJson collection={collection} onClose={() => setIsJsonOpen(false)} />}
    </Page>
  );
}

function useColumns(
  onEdit: (field: FieldDefinition) => void,
  onDelete: (field: FieldDefinition) => void,
): TableColumnsType<FieldDefinition> {
  const { t } = useTranslation();
  const text = useText();
  return [
    { title: t('Title'), render: (_, field) => <strong>{text(field.uiSchema?.title) || field.name}</strong> },
    { title: t('Name'), render: (_, field) => <code className={styles['code']}>{field.name}</code> },
    { title: t('Kind'), render: (_, field) => t(interfaceOf(field).title) },
    { title: t('Type'), render: (_, field) => <code className={styles['code']}>{field.type}</code> },
    {
      title: t('About'),
      render: (_, field) => (
        <>
          {field.primaryKey && <Tag>{t('Primary key')}</Tag>}
          {field.unique && <Tag>{t('Unique')}</Tag>}
          {isRelation(field) && <Tag>{`→ ${field.target}`}</Tag>}
          {field.isForeignKey && <Tag>{t('Key of a relation')}</Tag>}
        </>
      ),
    },
    {
      title: <span className={styles['actionsHead']}>{t('Actions')}</span>,
      align: 'end',
      width: 110,
      render: (_, field) => {
        const title = text(field.uiSchema?.title) || field.name;
        return (
          <span className={styles['actions']}>
            <IconButton
              icon={<EditIcon />}
              hint={t('Edit')}
              label={t('Edit {title}', { title })}
              onClick={() => onEdit(field)}
            />
            <IconButton
              icon={<DeleteIcon />}
              hint={t('Delete')}
              isDisabled={field.primaryKey ?? false}
              label={t('Delete {title}', { title })}
              onClick={() => onDelete(field)}
            />
          </span>
        );
      },
    },
  ];
}
