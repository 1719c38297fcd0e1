import type { CollectionDefinition } from '@pergola/api';
import { mayOpen, usePageTitle, useRights, useText } from '@pergola/plugin';
import { ApiIcon, Button, FieldsIcon, Page, PlusIcon, Skeleton } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { RecordsScreen } from '../components/CollectionScreen';
import { designerSnippet, fieldsPath } from '../paths';
import { RecordDrawer } from '../records/RecordDrawer';
import { RecordTable } from '../records/RecordTable';
import { RecordTools } from '../records/RecordTools';
import { useTableView } from '../records/view';
import { useDefaultView } from '../records/views/useViewChoice';

export function RecordsPage() {
  return (
    <RecordsScreen>
      {(collection) => <Records key={collection.name} collection={collection} />}
    </RecordsScreen>
  );
}

function Records({ collection }: { collection: CollectionDefinition }) {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [view, change] = useTableView();
  const isKnown = useDefaultView(collection.name);
  const isDesigner = mayOpen(useRights(), designerSnippet);
  const title = text(collection.title) || collection.name;

  usePageTitle(title);

  return (
    <Page
      isFilled
      title={title}
      about={text(collection.description)}
      actions={
        <>
          <Button icon={<ApiIcon />} onClick={() => void navigate(`/admin/data/${collection.name}/api${search}`)}>
            {t('API')}
          </Button>
          {isDesigner && (
            <Button icon={<FieldsIcon />} onClick={() => void navigate(fieldsPath(collection.name))}>
              {t('Fields')}
            </Button>
          )}
          {collection.access?.create !== false && (
            <Button type="primary" icon={<PlusIcon />} onClick={() => change({ record: 'new', parent: null })}>
              {t('Add record')}
            </Button>
          )}
        </>
      }
    >
      <RecordTools collection={collection} view={view} onChange={change} />
      {isKnown ? <RecordTable collection={collection} view={view} onChange={change} /> : <Skeleton active />}
      {view.record !== null && (
        <RecordDrawer
          collection={collection}
          recordKey={view.record === 'new' ? null : view.record}
          parentKey={view.parent}
          onOpen={(record) => change({ record })}
          onClose={() => change({ record: null, parent: null })}
        />
      )}
    </Page>
  );
}
