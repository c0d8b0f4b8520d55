/** Metres from the defect's middle → pixels of the inset. */
export interface InsetFrame {
  width: number;
  height: number;
  pixelsPerMetre: number;
  place: (point: readonly [number, number]) => [number, number];
}

/** `radiusMetres` is half the side of the square that must be seen. */
export function insetFrame(radiusMetres: number, width: number, height: number): InsetFrame {
  const pixelsPerMetre = height / (2 * radiusMetres);
  return {
    width,
    height,
    pixelsPerMetre,
    place: ([east, north]) => [width / 2 + east * pixelsPerMetre, height / 2 - north * pixelsPerMetre],
  };
}

export function pathOf(frame: InsetFrame, points: readonly (readonly [number, number])[], closed: boolean): string {
  if (points.length === 0) return '';
  return `M${points.map((point) => frame.place(point).map((value) => value.toFixed(1)).join(' ')).join('L')}${closed ? 'Z' : ''}`;
}
