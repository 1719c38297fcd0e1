import type { CollectionDefinition } from '@pergola/api';
import { mayOpen, useCollectionLinks, usePageTitle, useRights, useText } from '@pergola/plugin';
import { Button, FieldsIcon, Page, PlusIcon, Skeleton } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RecordsScreen } from '../components/CollectionScreen';
import { designerSnippet, fieldsPath } from '../paths';
import { RecordDrawer } from '../records/RecordDrawer';
import { RecordTable } from '../records/RecordTable';
import { RecordTools } from '../records/RecordTools';
import { useListParams } from '../records/useListParams';
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
  const [view, change] = useTableView();
  const links = useCollectionLinks();
  const list = useListParams(collection, view);
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
          {links.map((link) => (
            <Button key={link.title} icon={<link.icon />} onClick={() => void navigate(link.pathOf(collection, list))}>
              {t(link.title)}
            </Button>
          ))}
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
