/** Numbers appended one by one to a typed array that doubles when it is full. */
type Kind = Float64ArrayConstructor | Int32ArrayConstructor | Uint32ArrayConstructor;

export class Growing<K extends Kind> {
  #values: InstanceType<K>;
  length = 0;

  constructor(readonly kind: K, capacity = 1024) {
    this.#values = new kind(capacity) as InstanceType<K>;
  }

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow(this.length + 1);
    this.#values[this.length++] = value;
  }

  pushAll(values: ArrayLike<number>): void {
    if (this.length + values.length > this.#values.length) this.#grow(this.length + values.length);
    this.#values.set(values, this.length);
    this.length += values.length;
  }

  at(index: number): number {
    return this.#values[index]!;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  /** What has been appended; a view until the next append. */
  view(): InstanceType<K> {
    return this.#values.subarray(0, this.length) as InstanceType<K>;
  }

  /** A copy of exactly what has been appended. */
  taken(): InstanceType<K> {
    return this.#values.slice(0, this.length) as InstanceType<K>;
  }

  #grow(least: number): void {
    const bigger = new this.kind(Math.max(least, 2 * this.#values.length)) as InstanceType<K>;
    bigger.set(this.#values.subarray(0, this.length));
    this.#values = bigger;
  }
}
