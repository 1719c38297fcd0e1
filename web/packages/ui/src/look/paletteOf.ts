import { palettes, type Mode, type Palette } from '../tokens';
import { mix, readableOn, textOn } from './color';
import type { Look, LookColor } from './look';

const coloured: readonly LookColor[] = ['accent', 'success', 'warning', 'danger', 'info'];

/**
 * The product's palette with a look on top. On the kind of page it was chosen for its colours are as they are; on the other
 * kind only those that mean something count, made readable there.
 */
export function paletteOf(mode: Mode, look: Look | null): Palette {
  const own = palettes[mode];
  if (!look) {
    return own;
  }
  const isItsKind = look.mode === mode;
  const palette: Palette = { ...own };
  if (isItsKind) {
    ground(palette, look);
  }
  for (const name of coloured) {
    const color = look[name];
    if (color) {
      palette[name] = isItsKind ? color : readableOn(palette.surface1, color);
    }
  }
  if (look.accent) {
    palette.onAccent = textOn(palette.accent);
    palette.selected = mix(palette.surface1, palette.accent, 0.14);
  }
  return palette;
}

/** Grounds and texts, and the shades between them. */
function ground(palette: Palette, { surface0, surface1, text1 }: Look): void {
  if (!surface0 && !surface1 && !text1) {
    return;
  }
  palette.surface1 = surface1 ?? palette.surface1;
  palette.surface0 = surface0 ?? mix(palette.surface1, palette.text1, 0.02);
  palette.text1 = text1 ?? readableOn(palette.surface1, palette.text1);
  palette.surface2 = mix(palette.surface1, palette.text1, 0.05);
  palette.line = mix(palette.surface1, palette.text1, 0.14);
  palette.text2 = readableOn(palette.surface0, mix(palette.text1, palette.surface1, 0.3));
  palette.text3 = mix(palette.text1, palette.surface1, 0.5);
}
