import { describe, expect, it } from 'vitest';
import { contrast, mix, plainColor, readableOn } from './color';
import { contrastFaults } from './faults';
import { lookOf, withLook, type ThemeJson } from './look';
import { paletteOf } from './paletteOf';
import { palettes } from '../tokens';

describe('Colours', () => {
  it.each([
    ['#abc', '#aabbcc'],
    [' #A1B2C3 ', '#a1b2c3'],
    ['rgb(1, 2,3)', '#010203'],
    ['rgb(1,2,300)', null],
    ['red', null],
    ['url(x)', null],
    [7, null],
  ])('%j is %j', (text, plain) => expect(plainColor(text)).toBe(plain));

  it('contrast as the guidelines count it', () => {
    expect(contrast('#000', '#fff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeGreaterThan(4.5);
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(contrast(readableOn('#1e1d1b', '#2f2f2f'), '#1e1d1b')).toBeGreaterThanOrEqual(4.5);
  });
});

describe('A look', () => {
  const theme: ThemeJson = {
    name: 'Sea',
    algorithm: ['compactAlgorithm', 'darkAlgorithm'],
    token: { colorPrimary: '#1677FF', fontSize: 16, borderRadius: 900, colorBgHeader: '#000', lineWidth: 2 },
    components: { Button: { borderRadius: 2 } },
  };

  it('is what is understood of a theme, and changes nothing else of it', () => {
    const look = lookOf(theme);
    expect(look).toEqual({ mode: 'dark', isCompact: true, accent: '#1677ff', fontSize: 16 });
    const { accent: _, ...rest } = look;
    expect(withLook(theme, { ...rest, isCompact: false, radius: 2 })).toEqual({
      name: 'Sea',
      algorithm: ['darkAlgorithm'],
      token: { fontSize: 16, borderRadius: 2, colorBgHeader: '#000', lineWidth: 2 },
      components: { Button: { borderRadius: 2 } },
    });
  });

  it('is the product\u2019s own where it says nothing', () => {
    expect(paletteOf('light', null)).toBe(palettes.light);
    expect(paletteOf('dark', lookOf({ name: 'Plain' }))).toEqual(palettes.dark);
  });

  it('keeps what it means readable on the other kind of page', () => {
    const look = lookOf({ name: 'Ink', token: { colorPrimary: '#102030', colorBgContainer: '#ffffee' } });
    expect(paletteOf('light', look).accent).toBe('#102030');
    expect(paletteOf('light', look).surface1).toBe('#ffffee');
    const dark = paletteOf('dark', look);
    expect(dark.surface1).toBe(palettes.dark.surface1);
    expect(contrast(dark.accent, dark.surface1)).toBeGreaterThanOrEqual(4.5);
  });

  it('that cannot be read is told', () => {
    expect(contrastFaults(lookOf({ name: 'Plain' }))).toEqual([]);
    const pale = lookOf({ name: 'Pale', token: { colorPrimary: '#ffee88', colorText: '#bbbbbb' } });
    expect(contrastFaults(pale).map(({ what }) => what)).toEqual(['text', 'links']);
  });
});
