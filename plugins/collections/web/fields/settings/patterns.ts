export type Pattern =
  | { type: 'string'; options: { value: string } }
  | { type: 'integer'; options: { key: number; digits: number; start: number; base: number } }
  | { type: 'date'; options: { format: string; field: string } }
  | { type: 'randomChar'; options: { length: number; charsets: string[] } };

/** The counter is told from others of its field by a number of its own. */
export const newPattern = (type: Pattern['type']): Pattern => {
  switch (type) {
    case 'string':
      return { type, options: { value: '-' } };
    case 'integer':
      return {
        type,
        options: { key: crypto.getRandomValues(new Uint16Array(1))[0] ?? 0, digits: 4, start: 1, base: 10 },
      };
    case 'date':
      return { type, options: { format: 'YYYY', field: 'createdAt' } };
    case 'randomChar':
      return { type, options: { length: 6, charsets: ['number'] } };
  }
};

const characters: Readonly<Record<string, string>> = { number: '4', lowercase: 'k', uppercase: 'R', symbol: '#' };

/** What the first text looks like, on a given day. */
export function sampleOf(patterns: readonly Pattern[], formatDay: (format: string) => string): string {
  return patterns
    .map(({ type, options }) => {
      switch (type) {
        case 'string':
          return options.value;
        case 'integer':
          return options.start.toString(options.base).padStart(options.digits, '0');
        case 'date':
          return formatDay(options.format);
        case 'randomChar': {
          const sets = options.charsets.map((set) => characters[set] ?? '');
          return Array.from({ length: options.length }, (_, index) => sets[index % sets.length] ?? '').join('');
        }
      }
    })
    .join('');
}

/** Whether every part says enough to be made. */
export const isComplete = ({ type, options }: Pattern): boolean => {
  switch (type) {
    case 'string':
      return options.value !== '';
    case 'integer':
      return options.digits >= 1 && options.start >= 0;
    case 'date':
      return options.format !== '';
    case 'randomChar':
      return options.length >= 1 && options.charsets.length > 0;
  }
};
