import type { CollectionDefinition } from '@pergola/api';
import { useText } from '@pergola/plugin';
import { Form, type FormInstance } from '@pergola/ui';
import { useEffect } from 'react';
import { useCollections } from '../collectionsQuery';
import type { FieldForm } from './fieldForm';
import { relationNames, singular } from './relationNames';

interface Settings {
  form: FormInstance<FieldForm>;
  kind: string;
  collection: CollectionDefinition;
  target: CollectionDefinition | undefined;
}

/** Proposes the names of a relation until somebody types others. */
export function useRelationNames({ form, kind, collection, target }: Settings): void {
  const text = useText();
  const { collections } = useCollections();
  const name = Form.useWatch('name', form) ?? '';
  const reverseTitle = Form.useWatch(['relation', 'reverseTitle'], form);
  const title = text(collection.title) || collection.name;

  useEffect(() => {
    const isOne = kind === 'o2m' || kind === 'oho' || kind === 'obo';
    propose(form, 'reverseTitle', isOne ? singular(title) : title);
  }, [form, kind, title]);

  useEffect(() => {
    const here = collection;
    const names = relationNames({ kind, name, reverseTitle: reverseTitle ?? '', here, there: target, collections });
    for (const [key, value] of Object.entries(names)) {
      propose(form, key, value);
    }
  }, [form, kind, name, reverseTitle, collection, target, collections]);
}

function propose(form: FormInstance<FieldForm>, key: string, value: string): void {
  const name = ['relation', key];
  if (!form.isFieldTouched(name)) {
    (form as unknown as FormInstance).setFields([{ name, value, touched: false, errors: [] }]);
  }
}
