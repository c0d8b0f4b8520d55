/** A plot with its four limits marked. */
export function Logo() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d="M3 3h14v14H3z" fill="none" stroke="var(--ink)" strokeWidth="1.8" />
      <path d="M10 1v5M10 14v5M1 10h5M14 10h5" stroke="#fff" strokeWidth="4" />
      <path d="M10 .5v5.8M10 13.7v5.8M.5 10h5.8M13.7 10h5.8" stroke="var(--acc)" strokeWidth="1.8" />
    </svg>
  );
}
