export { fieldGroups, type FieldGroup, type FieldInterface, type InputProps, type ViewProps } from './fieldInterface';
export { decimalsOf, stepOf } from './number/decimals';
export { noOperand, type Operand, type Operator } from './operators';
export { periods } from './periods';
export { fieldInterfaces, interfaceOf } from './registry';
export { isRelation, isToMany, keyOf, labelOf } from './relation/relationField';
