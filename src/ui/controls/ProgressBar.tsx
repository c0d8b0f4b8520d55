/** How far a job is; without a fraction, that it goes on. */
export function ProgressBar({ label, fraction }: { label: string; fraction: number | null }) {
  const percent = fraction === null ? undefined : Math.round(fraction * 100);
  return (
    <div className="track" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent}>
      <i className={fraction === null ? 'unknown' : undefined} style={percent === undefined ? undefined : { width: `${percent}%` }} />
    </div>
  );
}
