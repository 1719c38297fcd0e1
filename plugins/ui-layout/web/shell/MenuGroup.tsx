import { useText } from '@pergola/plugin';
import { FoldedIcon, NextIcon } from '@pergola/ui';
import { useId, useState } from 'react';
import type { RouteNode } from '../model/routes';
import { MenuItems } from './OwnMenu';
import styles from './menu.module.css';

const closedKey = 'PERGOLA_MENU_CLOSED';
const closedGroups = (): string[] => (localStorage.getItem(closedKey) ?? '').split(' ').filter(Boolean);

/** A group that is opened and closed; how it was left is how it is found. */
export function MenuGroup({ node, onChoose }: { node: RouteNode; onChoose: () => void }) {
  const text = useText();
  const id = useId();
  const [isOpen, setIsOpen] = useState(() => !closedGroups().includes(node.key));
  const turn = () => {
    const others = closedGroups().filter((key) => key !== node.key);
    localStorage.setItem(closedKey, (isOpen ? [...others, node.key] : others).join(' '));
    setIsOpen(!isOpen);
  };
  return (
    <>
      <button type="button" className={styles['group']} aria-expanded={isOpen} aria-controls={id} onClick={turn}>
        {isOpen ? <NextIcon aria-hidden /> : <FoldedIcon aria-hidden />}
        <span>{text(node.route.title) || '–'}</span>
      </button>
      <div id={id} hidden={!isOpen} className={styles['inner']}>
        <MenuItems nodes={node.children} onChoose={onChoose} />
      </div>
    </>
  );
}
