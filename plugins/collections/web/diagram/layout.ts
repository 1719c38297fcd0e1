import { Graph, layout } from '@dagrejs/dagre';
import { nodeWidth } from './nodes';
import type { DiagramRelation } from './relations';

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  name: string;
  height: number;
}

const gap = 40;

/** Places boxes so that relations run from left to right; boxes without any stand together below. */
export function arrange(boxes: readonly Box[], relations: readonly DiagramRelation[]): Map<string, Point> {
  const related = new Set(
    relations
      .filter(({ from, to }) => from.collection !== to.collection)
      .flatMap(({ from, to }) => [from.collection, to.collection]),
  );
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: gap, ranksep: 110, ranker: 'network-simplex' });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { name, height } of boxes.filter((box) => related.has(box.name))) {
    graph.setNode(name, { width: nodeWidth, height });
  }
  for (const { from, to } of relations) {
    if (graph.hasNode(from.collection) && graph.hasNode(to.collection) && from.collection !== to.collection) {
      graph.setEdge(to.collection, from.collection);
    }
  }
  layout(graph);

  const points = new Map<string, Point>();
  for (const name of graph.nodes()) {
    const { x = 0, y = 0, height = 0 } = graph.node(name) as { x?: number; y?: number; height?: number };
    points.set(name, { x: Math.round(x - nodeWidth / 2), y: Math.round(y - height / 2) });
  }
  const alone = boxes.filter((box) => !related.has(box.name));
  return addRow(points, boxes, alone);
}

/** Boxes side by side in rows below everything else. */
function addRow(points: Map<string, Point>, boxes: readonly Box[], alone: readonly Box[]): Map<string, Point> {
  const heights = new Map(boxes.map((box) => [box.name, box.height]));
  const bottoms = [...points].map(([name, point]) => point.y + (heights.get(name) ?? 0));
  const perRow = Math.max(4, Math.ceil(Math.sqrt(alone.length)));
  let y = bottoms.length > 0 ? Math.max(...bottoms) + 2 * gap : 0;
  for (let start = 0; start < alone.length; start += perRow) {
    const row = alone.slice(start, start + perRow);
    row.forEach((box, column) => points.set(box.name, { x: column * (nodeWidth + gap), y }));
    y += Math.max(...row.map((box) => box.height)) + gap;
  }
  return points;
}

/** Where boxes stand: where people put them, else where they are arranged, moved down until nothing is below them. */
export function place(
  boxes: readonly Box[],
  relations: readonly DiagramRelation[],
  kept: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const points = arrange(boxes, relations);
  const taken: (Point & Box)[] = [];
  for (const box of boxes) {
    const point = kept.get(box.name);
    if (point) {
      points.set(box.name, point);
      taken.push({ ...box, ...point });
    }
  }
  if (taken.length === 0) {
    return points;
  }
  for (const box of boxes.filter(({ name }) => !kept.has(name))) {
    const free = { ...(points.get(box.name) ?? { x: 0, y: 0 }), ...box };
    for (let hit = overlapped(free, taken); hit; hit = overlapped(free, taken)) {
      free.y = hit.y + hit.height + gap;
    }
    points.set(box.name, { x: free.x, y: free.y });
    taken.push(free);
  }
  return points;
}

const overlapped = (box: Point & Box, others: readonly (Point & Box)[]) =>
  others.find(
    (other) =>
      Math.abs(other.x - box.x) < nodeWidth + gap / 2 &&
      box.y < other.y + other.height + gap / 2 &&
      other.y < box.y + box.height + gap / 2,
  );
