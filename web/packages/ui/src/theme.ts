import type { ThemeConfig } from 'antd';
import dark from 'antd/es/theme/themes/dark';
import { mix } from './look/color';
import type { Look } from './look/look';
import { paletteOf } from './look/paletteOf';
import { font, radius, type Mode } from './tokens';

type Algorithm = Extract<NonNullable<ThemeConfig['algorithm']>, (...all: never[]) => unknown>;

/** What follows from our colours, such as the grounds of coloured tags, for a dark page; ours are dark's already. */
const darken: Algorithm = (seed, map) => {
  const { colorPrimary, colorSuccess, colorWarning, colorError, colorInfo, colorLink } = seed;
  return { ...dark(seed, map), colorPrimary, colorSuccess, colorWarning, colorError, colorInfo, colorLink };
};

/** The palette in the words of the component library. */
export function themeOf(mode: Mode, look: Look | null = null): ThemeConfig {
  const palette = paletteOf(mode, look);
  const shade = (share: number) => mix(palette.accent, palette.text1, share);
  const errorHover = look?.danger ? mix(palette.danger, palette.text1, 0.15) : mode === 'light' ? '#9c2f2f' : '#eea3a3';
  const floating = `0 0 0 1px ${palette.line}, ${palette.float}`;
  return {
    ...(mode === 'dark' && { algorithm: darken }),
    token: {
      colorPrimary: palette.accent,
      colorPrimaryHover: look?.accent ? shade(0.15) : mode === 'light' ? '#275d42' : '#86cdaa',
      colorPrimaryActive: look?.accent ? shade(0.3) : mode === 'light' ? '#1f4b35' : '#9bd8ba',
      colorPrimaryBg: palette.selected,
      colorPrimaryBgHover: palette.selected,
      colorLink: palette.accent,
      colorLinkHover: palette.accent,
      colorSuccess: palette.success,
      colorWarning: palette.warning,
      colorError: palette.danger,
      // The library lightens by itself, to less than can be read.
      colorErrorHover: errorHover,
      colorErrorBorderHover: errorHover,
      colorInfo: palette.info,
      colorSuccessBg: palette.surface2,
      colorWarningBg: palette.surface2,
      colorErrorBg: palette.surface2,
      colorInfoBg: palette.surface2,
      colorSuccessBorder: palette.line,
      colorWarningBorder: palette.line,
      colorErrorBorder: palette.line,
      colorInfoBorder: palette.line,
      colorBgBase: palette.surface1,
      colorBgLayout: palette.surface0,
      colorBgContainer: palette.surface1,
      colorBgElevated: palette.surface1,
      colorFillAlter: palette.surface2,
      colorFillSecondary: palette.surface2,
      colorFillTertiary: palette.surface2,
      colorFillQuaternary: palette.surface2,
      controlItemBgHover: palette.surface2,
      controlItemBgActive: palette.selected,
      colorBorder: palette.line,
      colorBorderSecondary: palette.line,
      colorSplit: palette.line,
      colorText: palette.text1,
      colorTextBase: palette.text1,
      colorTextSecondary: palette.text2,
      colorTextTertiary: palette.text2,
      colorTextDescription: palette.text2,
      colorTextPlaceholder: palette.text2,
      colorTextQuaternary: palette.text3,
      colorTextLightSolid: palette.onAccent,
      boxShadow: floating,
      boxShadowSecondary: floating,
      borderRadius: look?.radius ?? radius.control,
      borderRadiusLG: look?.radius === undefined ? radius.card : look.radius + 2,
      fontFamily: font,
      fontSize: look?.fontSize ?? 14,
      controlHeight: look?.isCompact ? 28 : 32,
      controlHeightSM: look?.isCompact ? 24 : 28,
      motionDurationFast: '0.12s',
      motionDurationMid: '0.14s',
      motionDurationSlow: '0.16s',
      motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Table: {
        headerBg: palette.surface2,
        headerColor: palette.text2,
        headerSplitColor: 'transparent',
        rowHoverBg: palette.surface0,
        bodySortBg: palette.surface1,
        headerSortActiveBg: palette.surface2,
        headerSortHoverBg: palette.surface2,
        rowSelectedBg: palette.selected,
        rowSelectedHoverBg: palette.selected,
        cellFontSize: 13,
        cellPaddingBlock: 9,
        cellPaddingBlockMD: 8,
        cellPaddingInlineMD: 12,
        cellPaddingInlineSM: 12,
        cellFontSizeMD: 13,
        cellFontSizeSM: 13,
        cellPaddingInline: 12,
        headerBorderRadius: 0,
      },
      // A box that is not ticked has to be seen, too.
      Checkbox: { colorBorder: palette.text3 },
      Radio: { colorBorder: palette.text3 },
      Segmented: { trackBg: palette.surface2 },
      Modal: { titleFontSize: 16 },
      Tooltip: { colorBgSpotlight: palette.text1, colorTextLightSolid: palette.surface1 },
      Tag: { defaultBg: palette.surface2, defaultColor: palette.text1 },
    },
  };
}
