import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import type { FieldInterface } from '@pergola/fields';
import { usePageTitle, useText } from '@pergola/plugin';
import { Button, CodeIcon, Page, PlusIcon, TableIcon, Tag } from '@pergola/ui';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isSystem } from '../collectionsQuery';
import { DesignScreen } from '../components/CollectionScreen';
import { DefinitionJson } from '../fields/DefinitionJson';
import { DeleteField } from '../fields/DeleteField';
import { FieldDrawer } from '../fields/FieldDrawer';
import { FieldList } from '../fields/FieldList';
import { InterfacePicker } from '../fields/InterfacePicker';
import { collectionsPath, recordsPath } from '../paths';

export function FieldsPage() {
  return <DesignScreen>{(collection) => <Fields collection={collection} />}</DesignScreen>;
}

function Fields({ collection }: { collection: CollectionDefinition }) {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const add = useRef<HTMLButtonElement>(null);
  const [isPicking, setIsPicking] = useState(false);
  const [json, setJson] = useState<FieldDefinition | 'collection'>();
  const [kind, setKind] = useState<FieldInterface>();
  const [edited, setEdited] = useState<FieldDefinition>();
  const [doomed, setDoomed] = useState<FieldDefinition>();
  const title = text(collection.title) || collection.name;

  usePageTitle(title);

  return (
    <Page
      back={{ label: t('All collections'), onClick: () => void navigate(collectionsPath) }}
      title={
        <>
          {title} {isSystem(collection) && <Tag>{t('System')}</Tag>}
        </>
      }
      about={text(collection.description)}
      actions={
        <>
          <Button icon={<CodeIcon />} onClick={() => setJson('collection')}>
            {t('JSON')}
          </Button>
          <Button icon={<TableIcon />} onClick={() => void navigate(recordsPath(collection.name))}>
            {t('Records')}
          </Button>
          <Button ref={add} type="primary" icon={<PlusIcon />} onClick={() => setIsPicking(true)}>
            {t('Add field')}
          </Button>
        </>
      }
    >
      <FieldList collection={collection} onEdit={setEdited} onDelete={setDoomed} onShowJson={setJson} />
      {isPicking && (
        <InterfacePicker
          collection={collection}
          onClose={() => setIsPicking(false)}
          onPick={(picked) => {
            // The drawer gives the focus back to what had it before, which must not be gone with the picker.
            flushSync(() => setIsPicking(false));
            add.current?.focus();
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
      {json && (
        <DefinitionJson
          title={json === 'collection' ? title : text(json.uiSchema?.title) || json.name}
          definition={json === 'collection' ? collection : json}
          onClose={() => setJson(undefined)}
        />
      )}
    </Page>
  );
}
