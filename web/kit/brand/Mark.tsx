/** The mark of OneWindow: a window with one open wing. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="var(--ow-accent)" />
      <path d="M7 8h18v16H7z" fill="none" stroke="#fff" strokeWidth="2.4" strokeLinejoin="round" />
      <path d="M16 8v16M16 16h9" stroke="#fff" strokeWidth="2.4" />
      <path d="M7 8l6 3.4v13.2L7 24z" fill="#fff" />
    </svg>
  );
}
