/** What stands around numbers in spreadsheets: signs and names of currencies, and spaces of all widths. */
const around = /^[\p{Sc}\s]*(?:[A-Z]{3}\s)?|(?:\s?(?:[A-Z]{3}|kr|元))?[\p{Sc}\s]*$/gu;
const shape = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

export interface NumberSigns {
  decimal: string;
  group: string;
}

export function signsOf(language: string): NumberSigns {
  const parts = new Intl.NumberFormat(language, { useGrouping: true }).formatToParts(-12345.6);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value;
  return { decimal: sign('decimal') ?? '.', group: sign('group') ?? ',' };
}

/**
 * The digits of a number that was written for people, with a point before its fraction; null when it is none. A sign
 * that can only be the decimal one is taken for it, whatever the reader's language; one that can be either is not
 * guessed, but read as the language has it.
 */
export function readNumber(text: string, language: string): string | null {
  const isNegative = /^\(.+\)$/.test(text.trim());
  let digits = text
    .trim()
    .replace(/^\((.+)\)$/, '$1')
    .replaceAll(/[−–]/g, '-')
    .replaceAll(around, '')
    .replaceAll(/(?<=\d)[\s'’](?=\d{3})/g, '');
  digits = plainSigns(digits, signsOf(language));
  if (!shape.test(digits)) {
    return null;
  }
  return expanded(isNegative ? `-${digits}` : digits);
}

function plainSigns(text: string, { decimal, group }: NumberSigns): string {
  const commas = text.split(',').length - 1;
  const points = text.split('.').length - 1;
  if (commas > 0 && points > 0) {
    const last = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
    return drop(text, last === ',' ? '.' : ',').replace(last, '.');
  }
  if (commas + points === 0) {
    return text;
  }
  const sign = commas > 0 ? ',' : '.';
  if (commas + points > 1) {
    return drop(text, sign);
  }
  const couldGroup = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  return couldGroup && group === sign && decimal !== sign ? drop(text, sign) : text.replace(sign, '.');
}

/** Groups have three digits each; anything else is not a number, but perhaps a date. */
function drop(text: string, sign: string): string {
  const [whole = ''] = text.split(sign === ',' ? '.' : ',');
  return /^[+-]?\d{1,3}([.,]\d{3})+$/.test(whole) ? text.replaceAll(sign, '') : 'not a number';
}

/** Without the exponent that spreadsheets give to what is too wide for its cell, and without needless zeros. */
function expanded(digits: string): string {
  if (/[eE]/.test(digits)) {
    return String(Number(digits));
  }
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(digits) ?? [];
  const shorter = whole.replace(/^0+(?=\d)/, '') || '0';
  return `${sign === '-' ? '-' : ''}${shorter}${fraction && `.${fraction}`}`;
}
