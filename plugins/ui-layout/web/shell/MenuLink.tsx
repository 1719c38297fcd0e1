import { LinkIcon, OpenIcon, Tooltip, VisuallyHidden } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { NavLink, useHref } from 'react-router';
import { isInApp } from '../model/address';
import { addressOf, type Route } from '../model/routes';
import styles from './menu.module.css';

interface MenuLinkProps {
  route: Route;
  title: string;
  isFolded?: boolean;
  onChoose: () => void;
}

/** A link to a place in the app, to another site or to a mailbox. */
export function MenuLink({ route, title, isFolded = false, onChoose }: MenuLinkProps) {
  const { t } = useTranslation();
  const address = addressOf(route);
  const name = title || address;
  const isNew = route.options?.openInNewWindow === true;
  const inApp = useHref(isInApp(address) ? address : '/');
  const words = !isFolded && <span>{name}</span>;
  return (
    <Tooltip title={isFolded ? name : undefined} placement="right">
      {isInApp(address) && !isNew ? (
        <NavLink to={address} end className={styles['link'] ?? ''} onClick={onChoose} aria-label={name}>
          <LinkIcon aria-hidden />
          {words}
        </NavLink>
      ) : (
        <a
          href={isInApp(address) ? inApp : address}
          {...(isNew && { target: '_blank' })}
          rel="noopener noreferrer"
          className={styles['link']}
          onClick={onChoose}
          {...(isFolded && { 'aria-label': name })}
        >
          <LinkIcon aria-hidden />
          {words}
          {isNew && !isFolded && (
            <>
              <OpenIcon aria-hidden className={styles['new'] ?? ''} />
              <VisuallyHidden>{t('opens in a new tab')}</VisuallyHidden>
            </>
          )}
        </a>
      )}
    </Tooltip>
  );
}
