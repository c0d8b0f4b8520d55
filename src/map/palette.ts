/** The map's colours, read from the page's design tokens: legend and map cannot differ. */
const TOKENS = {
  ground: '--map-ground',
  block: '--map-block',
  green: '--map-green',
  water: '--map-water',
  waterEdge: '--map-water-edge',
  waterName: '--map-water-name',
  building: '--map-building',
  buildingEdge: '--map-building-edge',
  street: '--map-street',
  streetCase: '--map-street-case',
  streetName: '--map-street-name',
  rail: '--map-rail',
  veil: '--map-veil',
  band: '--map-band',
  legal: '--map-legal',
  community: '--map-community',
  graticule: '--map-graticule',
  ink: '--ink',
  ink2: '--ink2',
  ink3: '--ink3',
  white: '--bg',
  accent: '--acc',
  partyB: '--party-b',
  over: '--over-f',
  overBg: '--over-bg',
  under: '--under-f',
  underBg: '--under-bg',
  rank: '--rank',
  isoNear: '--iso-near',
  isoMiddle: '--iso-middle',
  isoFar: '--iso-far',
  isoLine: '--iso-line',
  willBe: '--will-be',
  gain1: '--gain-1',
  gain2: '--gain-2',
  gain3: '--gain-3',
  gain4: '--gain-4',
  gain5: '--gain-5',
} as const;

export type Palette = Record<keyof typeof TOKENS, string>;

export function readPalette(element: HTMLElement = document.documentElement): Palette {
  const style = getComputedStyle(element);
  const entries = Object.entries(TOKENS).map(([name, token]) => {
    const value = style.getPropertyValue(token).trim();
    if (value === '') throw new Error(`Design token ${token} is missing.`);
    return [name, value];
  });
  return Object.fromEntries(entries) as Palette;
}
