import { branchOf, flat, wayTo, type RouteNode } from './routes';

export type Visibility = 'all' | 'some' | 'none';

/** Entries that a role sees: it is linked to them, and to all above them. */
export function seen(nodes: readonly RouteNode[], linked: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (node: RouteNode) => {
    if (linked.has(node.key)) {
      found.add(node.key);
      node.children.forEach(add);
    }
  };
  nodes.forEach(add);
  return found;
}

/** How much of an entry and what is below it a role sees. */
export function visibilityOf(node: RouteNode, visible: ReadonlySet<string>): Visibility {
  const count = branchOf(node).filter(({ key }) => visible.has(key)).length;
  return count === 0 ? 'none' : count === branchOf(node).length ? 'all' : 'some';
}

/** The links that are to be made so that a role sees an entry and all below it. */
export const toShow = (nodes: readonly RouteNode[], node: RouteNode, linked: ReadonlySet<string>): string[] =>
  [...wayTo(nodes, node.key), ...branchOf(node)].map(({ key }) => key).filter((key) => !linked.has(key));

/** The links that are to go so that a role no longer sees an entry; a group that would be left empty goes with it. */
export function toHide(nodes: readonly RouteNode[], node: RouteNode, linked: ReadonlySet<string>): string[] {
  const gone = new Set(branchOf(node).map(({ key }) => key));
  for (const above of wayTo(nodes, node.key).toReversed()) {
    if (above.children.some(({ key }) => linked.has(key) && !gone.has(key))) {
      break;
    }
    gone.add(above.key);
  }
  return [...gone].filter((key) => linked.has(key));
}

/** Keys of the entries that have the text in their name, and of those that lead there. */
export function matching(nodes: readonly RouteNode[], search: string, titleOf: (node: RouteNode) => string): ReadonlySet<string> {
  const wanted = search.trim().toLocaleLowerCase();
  const hits = flat(nodes).filter((node) => titleOf(node).toLocaleLowerCase().includes(wanted));
  return new Set(hits.flatMap((node) => [...wayTo(nodes, node.key), node].map(({ key }) => key)));
}
