/** Which records an action reaches; an action about new records knows only none and all. */
export type Reach = 'none' | 'own' | 'all';

export interface StrategyAction {
  name: string;
  /** Makes records rather than handling those there are, so that nobody owns them yet. */
  isAboutNew: boolean;
}

/** The actions in the order in which people think of them. */
export const strategyActions: readonly StrategyAction[] = [
  { name: 'view', isAboutNew: false },
  { name: 'create', isAboutNew: true },
  { name: 'update', isAboutNew: false },
  { name: 'destroy', isAboutNew: false },
  { name: 'export', isAboutNew: false },
  { name: 'importXlsx', isAboutNew: true },
];

export const reachesOf = (action: StrategyAction): readonly Reach[] =>
  action.isAboutNew ? ['none', 'all'] : ['none', 'own', 'all'];

/** How far a strategy such as `view:own`, `create` lets an action reach; the wider entry counts. */
export function reachOf(strategy: readonly string[], action: string): Reach {
  if (strategy.includes(action) || strategy.includes(`${action}:all`)) {
    return 'all';
  }
  return strategy.includes(`${action}:own`) ? 'own' : 'none';
}

/** The strategy with another reach for one action; entries for other actions stay, whoever put them there. */
export function withReach(strategy: readonly string[], action: string, reach: Reach): string[] {
  const others = strategy.filter((entry) => entry.split(':')[0] !== action);
  if (reach === 'none') {
    return others;
  }
  return [...others, reach === 'own' ? `${action}:own` : action];
}
