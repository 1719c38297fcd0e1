/** What a cell says about a day and, perhaps, a time of it. */
export interface ReadMoment {
  year: number;
  month: number;
  day: number;
  /** Seconds since midnight. */
  time: number | null;
}

const spoken = ['en-US', 'sv-SE', 'zh-CN'];
const clock = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?m?\.?$/i;
const sides: Record<string, string> = { 上午: 'am', 下午: 'pm', fm: 'am', em: 'pm' };

/** `14:30`, `2:30:05 PM`; seconds since midnight, or null. */
export function readTime(text: string): number | null {
  const plain = text
    .trim()
    .replace(/^(上午|下午)\s*(.+)$/, (_, side: string, time: string) => `${time} ${sides[side]}`)
    .replace(/\s(fm|em)$/i, (_, side: string) => ` ${sides[side.toLowerCase()]}`);
  const match = clock.exec(plain);
  if (!match) {
    return null;
  }
  const [, hours, minutes, seconds = '0', half] = match;
  const isHalfDay = half !== undefined;
  const hour = isHalfDay ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  const isValid = hour < 24 && Number(minutes) < 60 && Number(seconds) < 60 && !(isHalfDay && Number(hours) > 12);
  return isValid ? hour * 3600 + Number(minutes) * 60 + Number(seconds) : null;
}

const withTime =
  /^(.+?)(?:T|[\s,]+)(?:(?:kl\.?|at)\s+)?((?:上午|下午)?\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?(?:\s*[apfe]\.?m\.?)?)$/i;

/** Null when it is no date, or one that the calendar does not have. */
export function readMoment(text: string, language: string): ReadMoment | null {
  const trimmed = text.trim();
  const zoned = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/.test(trimmed) ? new Date(trimmed) : null;
  if (zoned && !Number.isNaN(zoned.getTime())) {
    const time = zoned.getHours() * 3600 + zoned.getMinutes() * 60 + zoned.getSeconds();
    return { year: zoned.getFullYear(), month: zoned.getMonth() + 1, day: zoned.getDate(), time };
  }
  const [, date = trimmed, rest] = withTime.exec(trimmed) ?? [];
  const time = rest ? readTime(rest) : null;
  const day = readDay(date.trim(), language);
  return day && !(rest && time === null) ? { ...day, time } : null;
}

type Day = Pick<ReadMoment, 'year' | 'month' | 'day'>;

function readDay(text: string, language: string): Day | null {
  const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  const big = chinese ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (big) {
    return real(Number(big[1]), Number(big[2]), Number(big[3]));
  }
  const small = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (small) {
    const [, one, sign, two, year] = small;
    return ordered(Number(one), Number(two), fullYear(String(year)), language, String(sign));
  }
  const named = /^(?:\p{L}+\.?,?\s+)??(?:(\d{1,2})\.?[\s-]+(\p{L}+)\.?|(\p{L}+)\.?\s+(\d{1,2}),?)[\s,-]+(\d{4}|\d{2})$/u.exec(text);
  const month = named && monthOf(String(named[2] ?? named[3]));
  return month ? real(fullYear(String(named[5])), month, Number(named[1] ?? named[4])) : null;
}

/** Points are written where the day comes first; slashes as the reader's language has it. */
function ordered(one: number, two: number, year: number, language: string, sign: string): Day | null {
  const isMonthFirst = sign !== '.' && isMonthFirstIn(language);
  const [day, month] = isMonthFirst ? [two, one] : [one, two];
  return real(year, month, day) ?? real(year, day, month);
}

function isMonthFirstIn(language: string): boolean {
  const parts = new Intl.DateTimeFormat(language).formatToParts(new Date(2000, 0, 2)).map((part) => part.type);
  return parts.indexOf('month') < parts.indexOf('day') && parts.indexOf('year') > parts.indexOf('day');
}

const pivot = 70;
const fullYear = (text: string) =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) < pivot ? 2000 : 1900);

function real(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? { year, month, day } : null;
}

const monthNames = new Map<string, number>();

/** In every language that people of one installation may have written in. */
function monthOf(name: string): number | undefined {
  if (monthNames.size === 0) {
    for (const language of spoken) {
      for (const style of ['long', 'short'] as const) {
        const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
        for (let month = 1; month <= 12; month += 1) {
          monthNames.set(key(format.format(new Date(Date.UTC(2000, month - 1, 1)))), month);
        }
      }
    }
  }
  return monthNames.get(key(name)) ?? monthNames.get(key(name).slice(0, 3));
}

const key = (name: string) => name.toLowerCase().replace(/\.$/, '');
