import type { FieldDefinition } from '@pergola/api';

export const isRequired = (field: FieldDefinition): boolean =>
  field.validation?.rules?.some((rule) => rule.name === 'required') ?? false;
