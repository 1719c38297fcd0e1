import { Button as LibraryButton } from 'antd';
import { cloneElement, isValidElement, type ComponentProps, type ReactElement, type ReactNode } from 'react';

/** A button that is called what is written on it: the library would add the English name of its icon. */
export function Button({ icon, ...props }: ComponentProps<typeof LibraryButton>) {
  return <LibraryButton {...props} {...(icon !== undefined && { icon: decorative(icon) })} />;
}

const decorative = (icon: ReactNode): ReactNode =>
  isValidElement(icon) ? cloneElement(icon as ReactElement<{ 'aria-hidden': boolean }>, { 'aria-hidden': true }) : icon;
