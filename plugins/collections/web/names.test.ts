import { describe, expect, it } from 'vitest';
import { isTaken, namePattern, proposeName, randomName } from './names';

const propose = (title: string, ...taken: string[]) => proposeName(title, taken, 't_');

describe('A name', () => {
  it('is proposed from a title', () => {
    expect(propose('Customers')).toBe('customers');
    expect(propose('  Order items (2024) ')).toBe('orderItems2024');
    expect(propose('Förnamn & Größe')).toBe('fornamnGrosse');
    expect(propose('Smørrebrød')).toBe('smorrebrod');
  });

  it('is always one that the server takes', () => {
    expect(propose('2nd hand')).toBe('t_2ndHand');
    expect(propose('客户')).toMatch(/^t_[a-z0-9]{11}$/);
    expect(propose('')).toMatch(namePattern);
    expect(propose('a'.repeat(90)).length).toBeLessThanOrEqual(63);
    expect(randomName('t_')).toMatch(namePattern);
    expect('2nd').not.toMatch(namePattern);
  });

  it('is one that nothing else has, whatever the case', () => {
    expect(propose('Books', 'books')).toBe('books2');
    expect(propose('Books', 'Books', 'books2')).toBe('books3');
    expect(isTaken('BOOKS', ['books'])).toBe(true);
    expect(isTaken('book', ['books'])).toBe(false);
  });
});
