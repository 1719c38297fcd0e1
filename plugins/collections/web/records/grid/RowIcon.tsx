const paths = {
  open: 'M9.5 2.5h4v4M13.5 2.5 9 7M6.5 13.5h-4v-4M2.5 13.5 7 9',
  child: 'M8 3v10M3 8h10',
  branch: 'm6 3.5 4.5 4.5L6 12.5',
} as const;

/** Rows are made by the dozen while somebody scrolls; their icons are nothing but their lines. */
export function RowIcon({ name }: { name: keyof typeof paths }) {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" fill="none" aria-hidden="true">
      <path d={paths[name]} stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
