export type Mode = 'light' | 'dark';

/** Every colour of the client; nothing else names one. */
export interface Palette {
  accent: string;
  surface0: string;
  surface1: string;
  surface2: string;
  line: string;
  text1: string;
  text2: string;
  text3: string;
  success: string;
  warning: string;
  danger: string;
  info: string;
  onAccent: string;
  selected: string;
  float: string;
}

export const palettes: Readonly<Record<Mode, Palette>> = {
  light: {
    accent: '#2f6f4f',
    surface0: '#faf9f7',
    surface1: '#ffffff',
    surface2: '#f3f1ed',
    line: '#e4e0d9',
    text1: '#1d1b18',
    text2: '#5d5850',
    text3: '#8d867b',
    success: '#2f7d4f',
    warning: '#b7791f',
    danger: '#b83a3a',
    info: '#2f6690',
    onAccent: '#ffffff',
    selected: '#e6efe9',
    float: '0 8px 28px rgb(29 27 24 / 14%)',
  },
  dark: {
    accent: '#6fbf97',
    surface0: '#161513',
    surface1: '#1e1d1b',
    surface2: '#272522',
    line: '#35322d',
    text1: '#f2efe9',
    text2: '#b5aea3',
    text3: '#857e73',
    success: '#74c394',
    warning: '#dba953',
    danger: '#e58a8a',
    info: '#7fb2d9',
    onAccent: '#10231a',
    selected: '#26362e',
    float: '0 8px 28px rgb(0 0 0 / 50%)',
  },
};

export const radius = { control: 6, card: 8 };
export const font =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', sans-serif";
