import { describe, expect, it } from 'vitest';
import { reachesOf, reachOf, strategyActions, withReach } from './strategy';

describe('A strategy', () => {
  it('is read as how far each action reaches', () => {
    const strategy = ['view:own', 'create', 'update:all', 'destroy', 'destroy:own'];
    expect(strategyActions.map((action) => reachOf(strategy, action.name))).toEqual([
      'own',
      'all',
      'all',
      'all',
      'none',
      'none',
    ]);
  });

  it('changes for one action and keeps what it does not know', () => {
    expect(withReach(['view:own', 'trigger'], 'view', 'all')).toEqual(['trigger', 'view']);
    expect(withReach(['view', 'view:own', 'create'], 'view', 'none')).toEqual(['create']);
    expect(withReach([], 'update', 'own')).toEqual(['update:own']);
    // Not the one that only begins alike.
    expect(withReach(['triggerNew', 'trigger'], 'trigger', 'none')).toEqual(['triggerNew']);
  });

  it.each(strategyActions)('comes back as it was for $name', (action) => {
    for (const reach of reachesOf(action)) {
      expect(reachOf(withReach(['view', 'create:all', 'update:own'], action.name, reach), action.name)).toBe(reach);
    }
  });
});
