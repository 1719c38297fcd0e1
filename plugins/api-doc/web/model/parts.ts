/** A resource of the API, and the part of the document that has it. */
export interface Part {
  ns: string;
  resource: string;
  title: string;
  /** Null for a collection that people made. */
  plugin: string | null;
  actions: string[];
}

export interface FoundPart {
  part: Part;
  /** The actions that were asked for; all where the part itself was. */
  actions: string[];
}

/** The parts with every word that is looked for, in their names or in those of an action. */
export function find(parts: readonly Part[], search: string): FoundPart[] {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return parts.flatMap((part) => {
    const names = `${part.title} ${part.resource} ${part.plugin ?? ''}`.toLowerCase();
    const missing = words.filter((word) => !names.includes(word));
    const actions =
      missing.length === 0
        ? part.actions
        : part.actions.filter((action) => missing.every((word) => action.toLowerCase().includes(word)));
    return actions.length > 0 ? [{ part, actions }] : [];
  });
}

/** Actions of the resource itself, and of each association, in the order of the part. */
export function grouped(actions: readonly string[]): { association: string; actions: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const action of actions) {
    const association = action.includes(':') ? action.slice(0, action.indexOf(':')) : '';
    groups.set(association, [...(groups.get(association) ?? []), action]);
  }
  return [...groups].map(([association, names]) => ({ association, actions: names }));
}
