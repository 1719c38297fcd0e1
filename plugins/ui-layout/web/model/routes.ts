import type { RecordKey } from '@pergola/api';

export type RouteType = 'group' | 'page' | 'flowPage' | 'link' | 'tabs';

/** An entry of the menu. */
export interface Route {
  id: RecordKey;
  parentId: RecordKey | null;
  title: string | null;
  type: RouteType | null;
  options?: { href?: unknown; openInNewWindow?: unknown } | null;
  hideInMenu?: boolean | null;
  hidden?: boolean | null;
}

/** Entries with those below them, in their order. */
export interface RouteNode {
  route: Route;
  key: string;
  children: RouteNode[];
}

/** Keys are compared as text: those beyond what a number holds come as text. */
export const keyOf = (route: Route): string => String(route.id);

export const addressOf = (route: Route): string =>
  route.type === 'link' && typeof route.options?.href === 'string' ? route.options.href : '';

/** Entries as a tree; one whose place is gone stands at the top, so that it can be found. */
export function treeOf(routes: readonly Route[]): RouteNode[] {
  const nodes = new Map(routes.map((route) => [keyOf(route), { route, key: keyOf(route), children: [] as RouteNode[] }]));
  const roots: RouteNode[] = [];
  for (const node of nodes.values()) {
    const parent = nodes.get(String(node.route.parentId));
    (parent && !isBelow(nodes, node, parent) ? parent.children : roots).push(node);
  }
  return roots;
}

function isBelow(nodes: ReadonlyMap<string, RouteNode>, top: RouteNode, node: RouteNode): boolean {
  const passed = new Set<RouteNode>();
  for (let at: RouteNode | undefined = node; at && !passed.has(at); at = nodes.get(String(at.route.parentId))) {
    if (at === top) {
      return true;
    }
    passed.add(at);
  }
  return false;
}

/** The node and all below it. */
export const branchOf = (node: RouteNode): RouteNode[] => [node, ...node.children.flatMap(branchOf)];

/** All nodes, each behind the one it is below. */
export const flat = (nodes: readonly RouteNode[]): RouteNode[] => nodes.flatMap(branchOf);

/** The nodes above one, from the top. */
export function wayTo(nodes: readonly RouteNode[], key: string): RouteNode[] {
  for (const node of nodes) {
    if (node.key === key) {
      return [];
    }
    const below = wayTo(node.children, key);
    if (below.length > 0 || node.children.some((child) => child.key === key)) {
      return [node, ...below];
    }
  }
  return [];
}

/** The content of a page that shows no tabs: it is part of the page, and stands nowhere by itself. */
export const isContent = (route: Route): boolean => route.type === 'tabs' && route.hidden === true;
