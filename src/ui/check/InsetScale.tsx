/** A round length at the inset's corner. */
import type { InsetFrame } from './insetFrame.ts';

export function InsetScale({ frame }: { frame: InsetFrame }) {
  const longest = 76 / frame.pixelsPerMetre;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= longest) ?? power;
  const pixels = metres * frame.pixelsPerMetre;
  const text = metres >= 1 ? `${metres} m` : `${Math.round(metres * 100)} cm`;
  return (
    <g transform={`translate(${frame.width - pixels - 10} ${frame.height - 13})`} fontSize="10.5">
      <rect x="-5" y="-14" width={pixels + 10} height="22" fill="#fff" opacity=".8" rx="2" />
      <path d={`M0 0v5h${pixels.toFixed(1)}v-5`} fill="none" stroke="var(--ink)" strokeWidth="1.3" />
      <text x={pixels / 2} y="0" textAnchor="middle" fill="var(--ink)">{text}</text>
    </g>
  );
}
