import { describe, expect, it } from 'vitest';
import { fullNameOf, nameOf, withName } from './people';

describe('A person', () => {
  it('is called what others know, and told apart by what they sign in with', () => {
    expect(nameOf({ id: 7, nickname: null, username: null })).toBe('7');
    expect(nameOf({ id: 7, nickname: '', username: 'ada', email: 'ada@example.org' })).toBe('ada');
    expect(fullNameOf({ id: 7, nickname: 'Ada', username: 'ada', email: 'ada@example.org' })).toBe(
      'Ada · ada · ada@example.org',
    );
  });

  it('is found by names and by what people sign in with', () => {
    expect(withName(' ad ')).toEqual({
      $or: ['nickname', 'username', 'email', 'phone'].map((field) => ({ [field]: { $includes: 'ad' } })),
    });
    expect(withName(' ')).toBeUndefined();
  });
});
