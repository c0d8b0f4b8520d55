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
  brush: 'M12.8 2.8 7.2 8.6M7.4 8.4c1.2 1.2 1 2.6 0 3.6-1.2 1.2-3 1.2-4.6.8 1-.6 1-1.4 1.2-2.4.2-1.2 2-3 3.4-2z',
  carve: 'M3 3.5h6v4H6v5H3zM10.5 8.5h3v4h-4',
  compare: 'M8 2v12M2.8 4.5h3.4v7H2.8zM9.8 4.5h3.4v7H9.8z',
  cut: 'M4.5 13.2 11.5 2.8M3 5.4h3M10 10.6h3',
  fork: 'M4.5 3v10M4.5 8.5c4 0 6.5-.5 6.5-4M9.2 5.6 11 3.8l1.8 1.8',
  history: 'M2.8 8a5.2 5.2 0 1 0 1.6-3.8M2.8 2.8v2.8h2.8M8 5v3.2l2.2 1.4',
  magnet: 'M3.5 3v5a4.5 4.5 0 0 0 9 0V3h-3v5a1.5 1.5 0 0 1-3 0V3zM3.5 5.4h3M9.5 5.4h3',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  redo: 'M10 3.5l3.2 3.2L10 9.9M13 6.7H7a4 4 0 0 0 0 6h2.5',
  reshape: 'M3 12.5 8 4l5 8.5M1.8 11.4h2.4v2.4H1.8zM6.8 2.8h2.4v2.4H6.8zM11.8 11.4h2.4v2.4h-2.4z',
  split: 'M3 3h10v10H3zM5 13 11 3',
  stretch: 'M2.5 11.5c3-1 3-6 5.5-6s2.5 5 5.5 4M1.8 10.6h1.6v1.6H1.8zM12.8 8.6h1.6v1.6h-1.6z',
  undo: 'M6 3.5 2.8 6.7 6 9.9M3 6.7h6a4 4 0 0 1 0 6H6.5',
  unlock: 'M3.8 7.2h8.4v6H3.8zM5.6 7V5.2a2.4 2.4 0 0 1 4.6-1',
  walk: 'M8.6 4.4h.01M8.4 6.2 6.2 9l2.2 1.6V14M6.2 9 4.4 13.6M8.4 6.2l1 2.2 2.2.8M8.4 6.2 6 7l-.8 2',
  pin: 'M8 14.2C4.9 10.6 3.6 8.8 3.6 6.6a4.4 4.4 0 0 1 8.8 0c0 2.2-1.3 4-4.4 7.6M9.4 6.6a1.4 1.4 0 1 1-2.8 0 1.4 1.4 0 0 1 2.8 0',
  gate: 'M2.8 13.5V5M13.2 13.5V5M2.8 7h3.4v6.5M13.2 7H9.8v6.5',
  export: 'M8 9.8v-7M5 5.4 8 2.4l3 3M3 8.5v5h10v-5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <svg className={small ? 'icon small' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
