import { useTranslation } from 'react-i18next';
import { grouped, type FoundPart } from '../model/parts';
import styles from './parts.module.css';

interface PartEntryProps {
  found: FoundPart;
  isOpen: boolean;
  /** The actions that were found are shown, and not only those of the open part. */
  isSearching: boolean;
  action: string | null;
  onChoose: (resource: string, action: string) => void;
}

/** As many as help to choose; a word more narrows them. */
const shownAtOnce = 6;

/** A resource by its title and name; open, it shows its actions and those of its relations. */
export function PartEntry({ found: { part, actions }, isOpen, isSearching, action, onChoose }: PartEntryProps) {
  const { t } = useTranslation();
  const isNarrowed = actions.length < part.actions.length;
  const shown = isOpen ? actions : isSearching && isNarrowed ? actions.slice(0, shownAtOnce) : [];
  return (
    <li className={styles['part']}>
      <button
        type="button"
        className={isOpen ? styles['open'] : styles['name']}
        aria-expanded={isOpen}
        onClick={() => onChoose(part.resource, part.actions[0] ?? '')}
      >
        <span>{part.title}</span>
        {part.title !== part.resource && <code>{part.resource}</code>}
      </button>
      {grouped(shown).map((group) => (
        <div key={group.association}>
          {group.association !== '' && (
            <p className={styles['association']}>{t('Relation {name}', { name: group.association })}</p>
          )}
          <ul className={styles['actions']}>
            {group.actions.map((name) => (
              <li key={name}>
                <button
                  type="button"
                  className={name === action ? styles['current'] : styles['action']}
                  aria-current={name === action ? 'page' : undefined}
                  aria-label={`${part.resource} ${name}`}
                  onClick={() => onChoose(part.resource, name)}
                >
                  {name.slice(name.indexOf(':') + 1)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </li>
  );
}
