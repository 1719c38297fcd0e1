import type { FieldDefinition } from '@pergola/api';
import { interfaceOf, isToMany, keyOf, periods, spans, spanUnits, textOf, type Operator } from '@pergola/fields';
import { msg, useText } from '@pergola/plugin';
import { useTranslation } from 'react-i18next';
import { isGroup, type Condition, type ConditionGroup, type ConditionNode } from './conditions';
import { fieldsAlong, titleOfPath } from './fieldPaths';
import { useFilterSetting } from './FilterContext';
import { useRelated } from './useRelated';
import { comparisonWith, isVariable, variableOf, type FilterVariable } from './variables';
import { operatorOf } from './wireFilter';

/** A condition, or a group of them, in words. */
export function NodeText({ node }: { node: ConditionNode }) {
  return isGroup(node) ? <GroupText group={node} /> : <ConditionText condition={node} />;
}

function GroupText({ group }: { group: ConditionGroup }) {
  const { t } = useTranslation();
  const word = group.logic === '$and' ? t('and') : t('or');
  return group.items.map((item, index) => (
    <span key={index}>
      {index > 0 && <em>{` ${word} `}</em>}
      {isGroup(item) ? (
        <>
          {'('}
          <NodeText node={item} />
          {')'}
        </>
      ) : (
        <NodeText node={item} />
      )}
    </span>
  ));
}

function ConditionText({ condition }: { condition: Condition }) {
  const { t } = useTranslation();
  const text = useText();
  const { collection, collections, variables = [] } = useFilterSetting();
  const fields = fieldsAlong(condition.field, collection, collections);
  const field = fields?.at(-1);
  const operator = field && operatorOf(field, condition.operator);
  if (!fields || !field || !operator) {
    return t('{field} is gone', { field: condition.field });
  }
  const variable = variableOf(condition.value, variables);
  if (variable) {
    return `${titleOfPath(fields, text)} ${t(titleWith(field, operator, variable))} ${t(variable.title)}`;
  }
  return (
    <>
      {titleOfPath(fields, text)} {t(operator.title)}
      {operator.operand !== 'none' && ' '}
      <OperandText
        field={field}
        operator={operator}
        value={isVariable(condition.value) ? condition.value.variable : condition.value}
      />
    </>
  );
}

/** One of many related records can be equal, and all of them cannot. */
function titleWith(field: FieldDefinition, operator: Operator, variable: FilterVariable): string {
  const isPart = isToMany(field) && comparisonWith(operator, variable)?.name === '$eq';
  return isPart ? msg('has') : isToMany(field) ? operator.title : (comparisonWith(operator, variable)?.title ?? operator.title);
}

interface OperandTextProps {
  field: FieldDefinition;
  operator: Operator;
  value: unknown;
}

function OperandText({ field, operator, value }: OperandTextProps) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const option = (item: unknown) =>
    text(field.uiSchema?.enum?.find((one) => String(one.value) === String(item))?.label) || String(item);

  switch (operator.operand) {
    case 'none':
      return null;
    case 'records':
      return <RecordTitles field={field} keys={Array.isArray(value) ? value : []} />;
    case 'days':
      return [value].flat().join(' – ');
    case 'when':
      return typeof value === 'object' && value !== null ? movingText(value, t, i18n.language) : String(value);
    case 'value': {
      const { View } = interfaceOf(field);
      return field.uiSchema?.enum ? option(value) : <View field={field} value={value} />;
    }
    default:
      return [value].flat().map(option).join(', ');
  }
}

function RecordTitles({ field, keys }: { field: FieldDefinition; keys: unknown[] }) {
  const known = useRelated(field, keys);
  const title = (key: unknown) => {
    const record = known.find((one) => String(one[keyOf(field)]) === String(key));
    return record ? textOf(field, record) : String(key);
  };
  return keys.map(title).join(', ');
}

function movingText(value: object, t: (key: string) => string, language: string): string {
  const { type, number, unit } = value as { type?: string; number?: number; unit?: string };
  const period = [...periods, ...spans].find((one) => one.type === type);
  const counted = number ? ` ${number} ${t(spanUnits.find((one) => one.unit === unit)?.title ?? '')}` : '';
  // The titles begin entries of a list; here they go on with a sentence.
  const title = t(period?.title ?? '').replace(/\s*…$/, '');
  return `${title.charAt(0).toLocaleLowerCase(language)}${title.slice(1)}${counted}`;
}
