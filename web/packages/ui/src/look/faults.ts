import { contrast, enoughContrast } from './color';
import type { Look } from './look';
import { paletteOf } from './paletteOf';

/** What is hard to read with a look, and how hard. */
export interface ContrastFault {
  what: 'text' | 'links' | 'buttons' | 'errors';
  ratio: number;
}

/** Nothing for a look that can be read. */
export function contrastFaults(look: Look): ContrastFault[] {
  const { accent, onAccent, danger, surface0, surface1, text1 } = paletteOf(look.mode, look);
  const pairs: [ContrastFault['what'], number][] = [
    ['text', Math.min(contrast(text1, surface1), contrast(text1, surface0))],
    ['links', Math.min(contrast(accent, surface1), contrast(accent, surface0))],
    ['buttons', contrast(onAccent, accent)],
    ['errors', contrast(danger, surface1)],
  ];
  return pairs.filter(([, ratio]) => ratio < enoughContrast).map(([what, ratio]) => ({ what, ratio }));
}
