import { describe, expect, it } from 'vitest';
import { readRules, rulesOf, ruleWithoutFields, withField, writeRules, type Rules, type Scope } from './rules';

const fields = ['title', 'price', 'author'];
const scopes: Scope[] = [
  { id: 1, key: 'all', name: 'All', resourceName: null, scope: {} },
  { id: '9007199254740993', key: 'own', name: 'Own', resourceName: null, scope: {} },
  { id: 3, key: 'x1', name: 'Cheap', resourceName: 'books', scope: { price: { $lt: 5 } } },
];

describe('Rules for a collection', () => {
  it('are read with their fields and records', () => {
    const rules = readRules(
      [
        { name: 'view', fields: ['title', 'gone'], scopeId: '9007199254740993' },
        { name: 'destroy', fields: [], scopeId: 3 },
        { name: 'trigger', fields: [] },
      ],
      () => fields,
      scopes,
    );
    expect(rules.view).toEqual({ fields: ['title'], scope: 'own' });
    expect(rules.destroy?.scope).toBe('x1');
    expect(Object.keys(rules)).toEqual(['view', 'destroy']);
  });

  it('without fields read nothing, but write everything', () => {
    const rules = readRules(
      [
        { name: 'view', fields: [] },
        { name: 'update', fields: [], scopeId: null },
      ],
      () => fields,
      scopes,
    );
    expect(rules.view).toEqual({ fields: [], scope: 'all' });
    expect(rules.update).toEqual({ fields, scope: 'all' });
    expect(ruleWithoutFields(rules)).toBe('view');
    expect(ruleWithoutFields({ destroy: { fields: [], scope: 'all' } })).toBeUndefined();
  });

  it('are sent as they are stored: scopes by their id, none for new records, no fields for deleting', () => {
    const rules: Rules = {
      view: { fields: ['title'], scope: 'own' },
      create: { fields, scope: 'own' },
      destroy: { fields: ['title'], scope: 'x1' },
    };
    const sent = writeRules(rules, scopes);
    expect(sent).toEqual([
      { name: 'view', fields: ['title'], scopeId: '9007199254740993' },
      { name: 'create', fields, scopeId: null },
      { name: 'destroy', fields: [], scopeId: 3 },
    ]);
    expect(readRules(sent, () => fields, scopes).view).toEqual(rules.view);
  });

  it('keep what is stored for actions unknown here', () => {
    const trigger = { name: 'trigger', fields: [], scopeId: 3 };
    expect(writeRules({}, scopes, [trigger, { name: 'view', fields: ['title'] }])).toEqual([trigger]);
  });

  it('begin with what the general rule allows', () => {
    expect(rulesOf(['view:own', 'create', 'destroy'], () => fields)).toEqual({
      view: { fields, scope: 'own' },
      create: { fields, scope: 'all' },
      destroy: { fields: [], scope: 'all' },
    });
  });

  it('change by one field, in the order of the collection', () => {
    const rule = { fields: ['author'], scope: 'all' };
    expect(withField(rule, 'title', true, fields).fields).toEqual(['title', 'author']);
    expect(withField(rule, 'author', false, fields).fields).toEqual([]);
  });
});
