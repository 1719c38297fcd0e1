import { BaseEdge, getSmoothStepPath, Position, type Edge, type EdgeProps } from '@xyflow/react';
import styles from './RelationEdge.module.css';

export type RelationFlowEdge = Edge<{ isManyHere: boolean; isManyThere: boolean }, 'relation'>;

const beside = (x: number, side: Position) => (side === Position.Left ? x - 10 : x + 10);

/** A line that says at each end how many there can be. */
export function RelationEdge(props: EdgeProps<RelationFlowEdge>) {
  const { id, data, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = props;
  const [path] = getSmoothStepPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition });
  return (
    <>
      <BaseEdge id={id} path={path} className={styles['line'] ?? ''} />
      <text className={styles['end']} x={beside(sourceX, sourcePosition)} y={sourceY - 5}>
        {data?.isManyHere ? 'n' : '1'}
      </text>
      <text className={styles['end']} x={beside(targetX, targetPosition)} y={targetY - 5}>
        {data?.isManyThere ? 'n' : '1'}
      </text>
    </>
  );
}
