/** GeoJSON written straight to bytes: a city of three million vertices fits in no comfortable string. */
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';

const ENCODER = new TextEncoder();

export class ByteWriter {
  private bytes: Uint8Array<ArrayBuffer>;
  private length = 0;

  constructor(expected = 1 << 16) {
    this.bytes = new Uint8Array(Math.max(expected, 64));
  }

  text(text: string): this {
    this.room(text.length * 3);
    this.length += ENCODER.encodeInto(text, this.bytes.subarray(this.length)).written;
    return this;
  }

  /** `[lng,lat]` from whole steps of 1e-7 degree, without a detour through doubles. */
  position(x: number, y: number): this {
    this.room(32);
    this.bytes[this.length++] = 91;
    this.steps(x);
    this.bytes[this.length++] = 44;
    this.steps(y);
    this.bytes[this.length++] = 93;
    return this;
  }

  /** A comma. */
  comma(): this {
    this.room(1);
    this.bytes[this.length++] = 44;
    return this;
  }

  private steps(value: number): void {
    let v = Math.round(value);
    if (v < 0) {
      this.bytes[this.length++] = 45;
      v = -v;
    }
    const whole = Math.floor(v / STEPS_PER_DEGREE);
    let fraction = v - whole * STEPS_PER_DEGREE;
    if (whole >= 100) this.bytes[this.length++] = 48 + Math.floor(whole / 100);
    if (whole >= 10) this.bytes[this.length++] = 48 + (Math.floor(whole / 10) % 10);
    this.bytes[this.length++] = 48 + (whole % 10);
    if (fraction === 0) return;
    this.bytes[this.length++] = 46;
    for (let unit = STEPS_PER_DEGREE / 10; fraction > 0; unit /= 10) {
      const digit = Math.floor(fraction / unit);
      this.bytes[this.length++] = 48 + digit;
      fraction -= digit * unit;
    }
  }

  private room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  /** The bytes where they stand, for whoever copies them on. */
  finished(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  finish(): ArrayBuffer {
    return this.bytes.buffer.slice(0, this.length);
  }
}
