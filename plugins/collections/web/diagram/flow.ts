import type { CollectionDefinition } from '@pergola/api';
import type { CollectionFlowNode } from './CollectionNode';
import { place, type Point } from './layout';
import { fieldsOf, heightOf, nodeWidth } from './nodes';
import type { RelationFlowEdge } from './RelationEdge';
import { neighboursOf, type DiagramRelation } from './relations';

interface Diagram {
  collections: readonly CollectionDefinition[];
  relations: readonly DiagramRelation[];
  kept: ReadonlyMap<string, Point>;
  titleOf: (collection: CollectionDefinition) => string;
  describe: (title: string, fields: number, related: string[]) => string;
}

/** The collections as the canvas wants them. */
export function nodesOf({ collections, relations, kept, titleOf, describe }: Diagram): CollectionFlowNode[] {
  const titles = new Map(collections.map((collection) => [collection.name, titleOf(collection)]));
  const boxes = collections.map((collection) => {
    const fields = fieldsOf(collection, relations);
    return { name: collection.name, fields, height: heightOf(fields) };
  });
  const points = place(boxes, relations, kept);
  return boxes.map(({ name, fields, height }) => {
    const title = titles.get(name) ?? name;
    const related = [...neighboursOf(name, relations)].filter((other) => other !== name);
    return {
      id: name,
      type: 'collection',
      position: points.get(name) ?? { x: 0, y: 0 },
      width: nodeWidth,
      height,
      data: { name, title, ...fields },
      ariaLabel: describe(
        title,
        fields.shown.length + fields.more,
        related.map((other) => titles.get(other) ?? other),
      ),
    };
  });
}

/** The relations as lines between the sides that face each other. */
export function edgesOf(
  relations: readonly DiagramRelation[],
  nodes: readonly CollectionFlowNode[],
  classOf: (relation: DiagramRelation) => string = () => '',
): RelationFlowEdge[] {
  const byName = new Map(nodes.map((node) => [node.id, node]));
  return relations.flatMap((relation) => {
    const { id, from, to } = relation;
    const [source, target] = [byName.get(from.collection), byName.get(to.collection)];
    if (!source || !target) {
      return [];
    }
    const [sourceSide, targetSide] = sidesOf(source.position.x, target.position.x);
    return [
      {
        id,
        type: 'relation' as const,
        className: classOf(relation),
        source: source.id,
        target: target.id,
        sourceHandle: `${rowOf(source, from.field)}:${sourceSide}`,
        targetHandle: `${rowOf(target, to.field)}:${targetSide}`,
        data: { isManyHere: from.isMany, isManyThere: to.isMany },
      },
    ];
  });
}

/** Boxes above one another are joined around their right sides. */
function sidesOf(sourceX: number, targetX: number): ['left' | 'right', 'left' | 'right'] {
  if (sourceX + nodeWidth < targetX) {
    return ['right', 'left'];
  }
  return targetX + nodeWidth < sourceX ? ['left', 'right'] : ['right', 'right'];
}

/** A field that is not shown has its lines at the title. */
const rowOf = (node: CollectionFlowNode, field: string) =>
  node.data.shown.some((shown) => shown.name === field) ? field : '';
