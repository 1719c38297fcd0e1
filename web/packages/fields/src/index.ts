export { fieldGroups, type FieldGroup, type FieldInterface, type InputProps, type ViewProps } from './fieldInterface';
export { shiftPoint, toWire as numberToWire } from './number/numberText';
export { isAsked, isRequired } from './form/asked';
export { placeErrors, type PlacedErrors } from './form/placeErrors';
export { toWire } from './form/recordValues';
export { noOperand, type Operand, type Operator } from './operators';
export { periods, spans, spanUnits } from './periods';
export { fieldInterfaces, interfaceOf } from './registry';
export { isRelation, isToMany, keyOf, labelOf, textOf } from './relation/relationField';
