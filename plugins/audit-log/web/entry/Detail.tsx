import type { ReactNode } from 'react';

/** One thing about an entry; nothing where there is nothing to say. */
export function Detail({ label, children }: { label: string; children: ReactNode }) {
  return children ? (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  ) : null;
}
