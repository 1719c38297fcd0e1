import { describe, expect, it } from 'vitest';
import { completeForm, isNamed } from './signUpFields';

const asked = (field: string, required = true) => ({ field, show: true, required });

describe('The form to sign up', () => {
  it('asks for a username where nothing is stored', () => {
    const form = completeForm();
    expect(form.filter((one) => one.show)).toEqual([asked('username')]);
    expect(form.map((one) => one.field)).toEqual(['username', 'email', 'nickname', 'phone']);
  });

  it('keeps what is stored, fields it does not know included', () => {
    const stored = [asked('email'), asked('company', false)];
    expect(completeForm(stored).slice(0, 2)).toEqual(stored);
    expect(completeForm(stored).filter((one) => one.show)).toEqual(stored);
  });

  it('needs a name to sign in by', () => {
    expect(isNamed([asked('nickname'), asked('email', false)])).toBe(false);
    expect(isNamed([asked('email')])).toBe(true);
  });
});
