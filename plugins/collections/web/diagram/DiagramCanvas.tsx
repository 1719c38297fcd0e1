import type { CollectionDefinition } from '@pergola/api';
import { useText } from '@pergola/plugin';
import { useIsNarrow, useMode } from '@pergola/ui';
import {
  Background,
  ConnectionMode,
  MiniMap,
  ReactFlow,
  useNodesState,
  useReactFlow,
  type NodeChange,
} from '@xyflow/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { fieldsPath } from '../paths';
import { CollectionNode, type CollectionFlowNode } from './CollectionNode';
import styles from './DiagramCanvas.module.css';
import { DiagramTools } from './DiagramTools';
import { edgesOf, nodesOf } from './flow';
import type { Point } from './layout';
import { RelationEdge } from './RelationEdge';
import { neighboursOf, type DiagramRelation } from './relations';
import { useAriaLabels } from './useAriaLabels';
import { useKept } from './useKept';
import '@xyflow/react/dist/base.css';

interface DiagramCanvasProps {
  collections: CollectionDefinition[];
  relations: DiagramRelation[];
  kept: ReadonlyMap<string, Point>;
  /** The collection that was searched for. */
  sought: string | undefined;
  onKeep: (name: string, point: Point) => void;
  onArrange: () => void;
}

const nodeTypes = { collection: CollectionNode };
const edgeTypes = { relation: RelationEdge };
const fit = { padding: 0.1, maxZoom: 1, duration: 150 };

/** The picture: boxes that can be moved, lines between them, and everything near the one that is looked at. */
export function DiagramCanvas({ collections, relations, kept, sought, onKeep, onArrange }: DiagramCanvasProps) {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const mode = useMode();
  const isNarrow = useIsNarrow();
  const { fitView } = useReactFlow();
  const ariaLabels = useAriaLabels();
  const [hovered, setHovered] = useState<string>();
  const arranged = useMemo(
    () =>
      nodesOf({
        collections,
        relations,
        kept,
        titleOf: (collection) => text(collection.title) || collection.name,
        describe: (title, count, related) =>
          related.length > 0
            ? t('{title}, {count} fields, related to {related}', { title, count, related: related.join(', ') })
            : t('{title}, {count} fields, related to nothing', { title, count }),
      }),
    [collections, relations, kept, t, text],
  );
  const [nodes, setNodes, onNodesChange] = useNodesState<CollectionFlowNode>(arranged);
  const moved = useKept(onKeep);

  useEffect(() => {
    setNodes((now) => {
      const selected = new Set(now.filter((node) => node.selected).map((node) => node.id));
      return arranged.map((node) => ({ ...node, selected: selected.has(node.id) }));
    });
  }, [arranged, setNodes]);

  useEffect(() => {
    if (sought) {
      setNodes((now) => now.map((node) => ({ ...node, selected: node.id === sought })));
      void fitView({ ...fit, nodes: [{ id: sought }] });
    }
  }, [sought, setNodes, fitView]);

  const change = useCallback(
    (changes: NodeChange<CollectionFlowNode>[]) => {
      onNodesChange(changes);
      for (const one of changes) {
        if (one.type === 'position' && one.dragging === false && one.position) {
          moved(one.id, one.position);
        }
      }
    },
    [onNodesChange, moved],
  );

  const focus = hovered ?? nodes.find((node) => node.selected)?.id;
  const near = useMemo(() => (focus ? neighboursOf(focus, relations) : null), [focus, relations]);
  const far = styles['far'] ?? '';
  const shownNodes = near ? nodes.map((node) => (near.has(node.id) ? node : { ...node, className: far })) : nodes;
  const edges = edgesOf(relations, nodes, (edge) => {
    const isNear = edge.from.collection === focus || edge.to.collection === focus;
    return focus === undefined ? '' : isNear ? 'near' : far;
  });

  return (
    <div className={styles['canvas']}>
      <div className={styles['fill']}>
        <ReactFlow
          nodes={shownNodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={change}
          onNodeMouseEnter={(_, node) => setHovered(node.id)}
          onNodeMouseLeave={() => setHovered(undefined)}
          onNodeDoubleClick={(_, node) => void navigate(fieldsPath(node.id))}
          colorMode={mode}
          connectionMode={ConnectionMode.Loose}
          nodesConnectable={false}
          edgesFocusable={false}
          deleteKeyCode={null}
          zoomOnDoubleClick={false}
          minZoom={0.1}
          maxZoom={2}
          fitView
          fitViewOptions={fit}
          ariaLabelConfig={ariaLabels}
        >
          <Background gap={20} />
          {!isNarrow && <MiniMap pannable zoomable />}
          <DiagramTools fit={fit} onArrange={onArrange} />
        </ReactFlow>
      </div>
    </div>
  );
}
