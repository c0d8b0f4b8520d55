/** Small pictures drawn on a canvas at start: the page ships no sprite. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { MARKER_OFFSET, type Corner } from './markerDirection.ts';
import type { Palette } from './palette.ts';

const RATIO = 2;
/** A pill's width by the count of its digits. */
const PILL_WIDTH = [0, 18, 20, 27, 34];
const PILL_HEIGHT = 16;

export function addImages(map: MapLibreMap, colour: Palette): void {
  const add = (name: string, width: number, height: number, draw: (pen: CanvasRenderingContext2D) => void) => {
    const image = drawn(width, height, draw);
    if (image) map.addImage(name, image, { pixelRatio: RATIO });
  };

  for (const corner of Object.keys(MARKER_OFFSET) as Corner[]) {
    for (const digits of [1, 2, 3, 4]) {
      const [width, height] = markerSize(corner, digits);
      add(`marker-${corner}-${digits}`, width, height, (pen) => { drawMarker(pen, corner, digits, colour); });
    }
  }
  for (const digits of [1, 2, 3, 4]) {
    const width = PILL_WIDTH[digits]! + 4;
    add(`marker-selected-${digits}`, width, PILL_HEIGHT + 4, (pen) => {
      drawPill(pen, width / 2, PILL_HEIGHT / 2 + 2, digits, colour.ink, colour.white, 1.6);
    });
  }
  add('part', 12, 12, (pen) => {
    pen.fillStyle = colour.white;
    pen.strokeStyle = colour.ink2;
    pen.lineWidth = 1.8;
    pen.fillRect(2, 2, 8, 8);
    pen.strokeRect(2, 2, 8, 8);
  });
  const square = (name: string, side: number, fill: string, edge: string) => {
    add(name, side + 2, side + 2, (pen) => {
      pen.fillStyle = fill;
      pen.strokeStyle = edge;
      pen.lineWidth = 1.6;
      pen.fillRect(1.5, 1.5, side - 1, side - 1);
      pen.strokeRect(1.5, 1.5, side - 1, side - 1);
    });
  };
  add('hatch-uncovered', 8, 8, (pen) => { hatch(pen, 8, colour.over, 1.2, null); });
  add('pin', 22, 28, (pen) => { drawPin(pen, colour); });
  square('handle-vertex', 7, colour.white, colour.accent);
  square('handle-junction', 8, colour.accent, colour.white);
  square('handle-fixed', 7, colour.ground, colour.ink3);
  square('handle-active', 10, colour.accent, colour.white);
  addFrame(map, 'frame-band', colour.isoLine, colour.white);
  addFrame(map, 'frame-site', colour.white, colour.accent);
  addFrame(map, 'frame-pocket', colour.over, colour.white);
  addFrame(map, 'frame-pocket-selected', colour.white, colour.over);
  add('hatch-gap', 8, 8, (pen) => { hatch(pen, 8, colour.over, 2.2, colour.overBg); });
  add('hatch-beyond', 8, 8, (pen) => { hatch(pen, 8, colour.over, 1.2, colour.overBg); });
  add('hatch-overlap', 8, 8, (pen) => { hatch(pen, 8, colour.under, 2.2, colour.underBg); });
  add('hatch-line', 8, 8, (pen) => { hatch(pen, 8, colour.ink2, 1.4, colour.white); });
  add('hatch-moved', 8, 8, (pen) => { hatch(pen, 8, colour.accent, 1.3, null); });
  add('hatch-declared', 10, 10, (pen) => { hatch(pen, 10, colour.streetCase, 1, null); });
}

function markerSize(corner: Corner, digits: number): [number, number] {
  const [dx, dy] = MARKER_OFFSET[corner];
  return [Math.ceil(Math.abs(dx) + PILL_WIDTH[digits]! / 2 + 1), Math.ceil(Math.abs(dy) + PILL_HEIGHT / 2 + 1)];
}

function drawMarker(pen: CanvasRenderingContext2D, corner: Corner, digits: number, colour: Palette): void {
  const [width, height] = markerSize(corner, digits);
  const [dx, dy] = MARKER_OFFSET[corner];
  // The defect itself is at the image's corner that points to it.
  const x = dx > 0 ? 0 : width;
  const y = dy > 0 ? 0 : height;
  pen.strokeStyle = colour.ink;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x + dx, y + dy);
  pen.stroke();
  drawPill(pen, x + dx, y + dy, digits, colour.white, colour.ink, 1.1);
}

function drawPill(pen: CanvasRenderingContext2D, x: number, y: number, digits: number, fill: string, edge: string, edgeWidth: number): void {
  const width = PILL_WIDTH[digits]!;
  pen.beginPath();
  pen.roundRect(x - width / 2, y - PILL_HEIGHT / 2, width, PILL_HEIGHT, PILL_HEIGHT / 2);
  pen.fillStyle = fill;
  pen.fill();
  pen.lineWidth = edgeWidth;
  pen.strokeStyle = edge;
  pen.stroke();
}

/** A drop whose point is the place. */
function drawPin(pen: CanvasRenderingContext2D, colour: Palette): void {
  pen.beginPath();
  pen.moveTo(11, 27);
  pen.bezierCurveTo(4, 18.5, 1.5, 15, 1.5, 10.5);
  pen.arc(11, 10.5, 9.5, Math.PI, 0);
  pen.bezierCurveTo(20.5, 15, 18, 18.5, 11, 27);
  pen.fillStyle = colour.accent;
  pen.fill();
  pen.lineWidth = 1.4;
  pen.strokeStyle = colour.white;
  pen.stroke();
  pen.beginPath();
  pen.arc(11, 10.5, 3.2, 0, 2 * Math.PI);
  pen.fillStyle = colour.white;
  pen.fill();
}

/** In memory, where it is read from at once: from a graphics card each of some fifty pictures would be fetched back, a second in all without one. */
function drawn(width: number, height: number, draw: (pen: CanvasRenderingContext2D) => void): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = width * RATIO;
  canvas.height = height * RATIO;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return null;
  pen.scale(RATIO, RATIO);
  draw(pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** A frame that text is written in: it stretches with the text. */
function addFrame(map: MapLibreMap, name: string, edge: string, fill: string): void {
  const side = 16;
  const image = drawn(side, side, (pen) => {
    pen.beginPath();
    pen.roundRect(1, 1, side - 2, side - 2, 3);
    pen.fillStyle = fill;
    pen.fill();
    pen.lineWidth = 1.2;
    pen.strokeStyle = edge;
    pen.stroke();
  });
  const [from, to] = [6 * RATIO, 10 * RATIO];
  if (image) map.addImage(name, image, { pixelRatio: RATIO, stretchX: [[from, to]], stretchY: [[from, to]], content: [4 * RATIO, 2 * RATIO, 12 * RATIO, 14 * RATIO] });
}

/** Lines at 45°, seamless as a tile. */
function hatch(pen: CanvasRenderingContext2D, size: number, colour: string, width: number, ground: string | null): void {
  if (ground !== null) {
    pen.fillStyle = ground;
    pen.fillRect(0, 0, size, size);
  }
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - 1, size + 1);
    pen.lineTo(shift + size + 1, -1);
  }
  pen.stroke();
}
