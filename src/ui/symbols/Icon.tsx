/** Line icons, 16 × 16. Each stands beside a word or has a name on hover. */
const PATHS = {
  chevronDown: 'M4.5 6.5 8 10l3.5-3.5',
  chevronRight: 'M6.5 4.5 10 8l-3.5 3.5',
  chevronUp: 'M4.5 9.5 8 6l3.5 3.5',
  check: 'M3.5 8.5 6.5 11.5 12.5 5',
  close: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  document: 'M4 2.5h5.2L12 5.3v8.2H4zM9 2.6v3h3M6 8.5h4M6 10.8h4',
  download: 'M8 2.8v7M5 7.2 8 10.2l3-3M3 13h10',
  filter: 'M2.8 3.5h10.4L9.4 8.2v4.3l-2.8-1.4V8.2z',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  folder: 'M2.5 12.5v-9h4l1.4 1.8h5.6v7.2z',
  help: 'M8 10.2V9.4c0-1 1.9-1.3 1.9-2.9A1.9 1.9 0 0 0 6.1 6.3M8 12.6h.01M14.3 8A6.3 6.3 0 1 1 1.7 8a6.3 6.3 0 0 1 12.6 0',
  layers: 'M8 2.8 2.5 6 8 9.2 13.5 6zM2.8 9.2 8 12.2l5.2-3',
  lock: 'M3.8 7.2h8.4v6H3.8zM5.6 7V5.2a2.4 2.4 0 0 1 4.8 0V7',
  minus: 'M3 8h10',
  pen: 'M3 13l.8-3L10.5 3.3l2.2 2.2L6 12.2z',
  plus: 'M8 3v10M3 8h10',
  print: 'M4.5 6V2.8h7V6M4.5 11.5H2.8V6.3h10.4v5.2h-1.7M4.5 9.5h7v3.8h-7z',
  save: 'M3 3h8l2 2v8H3zM5.2 3v3.2h4.4V3M5.2 13V9.4h5.6V13',
  search: 'M11.2 7A4.2 4.2 0 1 1 2.8 7a4.2 4.2 0 0 1 8.4 0M10.2 10.2 13.5 13.5',
  select: 'M4 2.8 12.5 8 8.6 8.9 6.8 12.8z',
  target: 'M8 1.8v3M8 11.2v3M1.8 8h3M11.2 8h3M11.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0',
  warning: 'M8 2.5 14 13H2zM8 6.5v3M8 11.2h.01',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <svg className={small ? 'icon small' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
