import { describe, expect, it } from 'vitest';
import { readMoment, readTime } from './readDate';

const show = (text: string, language: string) => {
  const read = readMoment(text, language);
  return read && `${read.year}-${read.month}-${read.day}${read.time === null ? '' : ` ${read.time}`}`;
};

describe('Dates in a spreadsheet', () => {
  it.each([
    ['2024-05-06', 'en-US', '2024-5-6'],
    ['2024/5/6', 'zh-CN', '2024-5-6'],
    ['2024.05.06', 'en-US', '2024-5-6'],
    ['20240506', 'sv-SE', '2024-5-6'],
    ['5/6/2024', 'en-US', '2024-5-6'],
    ['5/6/2024', 'sv-SE', '2024-6-5'],
    ['5/6/24', 'en-US', '2024-5-6'],
    ['25/6/2024', 'en-US', '2024-6-25'],
    ['6/25/2024', 'sv-SE', '2024-6-25'],
    ['6.5.2024', 'en-US', '2024-5-6'],
    ['06-05-2024', 'sv-SE', '2024-5-6'],
    ['31/12/99', 'sv-SE', '1999-12-31'],
    ['May 6, 2024', 'en-US', '2024-5-6'],
    ['Monday, May 6, 2024', 'en-US', '2024-5-6'],
    ['6 May 2024', 'en-US', '2024-5-6'],
    ['6-May-24', 'en-US', '2024-5-6'],
    ['6 maj 2024', 'en-US', '2024-5-6'],
    ['6 okt. 2024', 'sv-SE', '2024-10-6'],
    ['6 oktober 2024', 'zh-CN', '2024-10-6'],
    ['Sept 6, 2024', 'en-US', '2024-9-6'],
    ['2024年5月6日', 'sv-SE', '2024-5-6'],
    ['2024-02-29', 'en-US', '2024-2-29'],
    ['2024-05-06 14:30', 'sv-SE', '2024-5-6 52200'],
    ['2024-05-06T14:30:05', 'sv-SE', '2024-5-6 52205'],
    ['5/6/2024 2:30 PM', 'en-US', '2024-5-6 52200'],
    ['5/6/2024, 12:00:00 AM', 'en-US', '2024-5-6 0'],
    ['6 maj 2024 kl. 14:30', 'sv-SE', '2024-5-6 52200'],
    ['2024年5月6日 下午2:30', 'zh-CN', '2024-5-6 52200'],
    [' 2024-05-06 ', 'en-US', '2024-5-6'],
  ])('%s in %s', (text, language, day) => {
    expect(show(text, language)).toBe(day);
  });

  it.each(['', 'soon', '2023-02-29', '2024-13-01', '32/1/2024', '13/13/2024', '6 foo 2024', '12', '2024', '12:30', '2024-05-06 25:00', '1,234.5'])(
    '%s is none',
    (text) => {
      expect(show(text, 'en-US')).toBeNull();
    },
  );

  it('with a time zone are the same instant', () => {
    const at = new Date('2024-05-06T10:00:00Z');
    expect(readMoment('2024-05-06T10:00:00Z', 'en-US')).toEqual({
      year: at.getFullYear(),
      month: at.getMonth() + 1,
      day: at.getDate(),
      time: at.getHours() * 3600,
    });
  });

  it.each([
    ['14:30', 52_200],
    ['2:30:05 PM', 52_205],
    ['12:15 am', 900],
    ['14.30', 52_200],
    ['下午2:30', 52_200],
    ['2:30 em', 52_200],
    ['25:00', null],
    ['13:00 PM', null],
    ['noon', null],
  ])('%s is a time', (text, seconds) => {
    expect(readTime(text)).toBe(seconds);
  });
});
