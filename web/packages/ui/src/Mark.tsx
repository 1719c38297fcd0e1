/** Four posts and three beams seen from the front. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <path
        d="M3 7h26M3 12h26M6 17h20M6 12v16M12.7 17v11M19.3 17v11M26 12v16"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  );
}
