/** Colours of categories and options as they are stored; the component library knows their names. */
export const colorNames = [
  'default',
  'green',
  'cyan',
  'blue',
  'purple',
  'magenta',
  'red',
  'orange',
  'gold',
  'lime',
] as const;
