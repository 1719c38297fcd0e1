export { toWire } from '@pergola/fields';
