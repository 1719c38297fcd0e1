export { ConditionGroupEditor } from './ConditionGroupEditor';
export {
  countOf,
  isGroup,
  noConditions,
  parseConditions,
  readGroup,
  replaceAt,
  type Condition,
  type ConditionGroup,
  type ConditionNode,
} from './conditions';
export { NodeText } from './ConditionText';
export { FilterContext, type FilterSetting } from './FilterContext';
export { firstCondition } from './firstCondition';
export { fromFilter, type ReadFault, type ReadFilter } from './readFilter';
export { nameInTemplate, templateOf, type FilterVariable } from './variables';
export { finished, toFilter } from './wireFilter';
