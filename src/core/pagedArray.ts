/**
 * An array that is never changed: `with` gives a new one that shares all pages but those touched.
 * A plan of 60,000 arcs is edited for the price of a page, and the plan before stays as it was.
 */
const PAGE_BITS = 6;
const PAGE = 1 << PAGE_BITS;
const MASK = PAGE - 1;

export class PagedArray<T> {
  private constructor(private readonly pages: readonly (readonly T[])[], readonly length: number) {}

  static from<T>(items: readonly T[]): PagedArray<T> {
    const pages: T[][] = [];
    for (let at = 0; at < items.length; at += PAGE) pages.push(items.slice(at, at + PAGE));
    return new PagedArray(pages, items.length);
  }

  get(index: number): T {
    const page = this.pages[index >> PAGE_BITS];
    if (page === undefined || index >= this.length || index < 0) throw new Error(`Index ${index} of an array of ${this.length}.`);
    return page[index & MASK]!;
  }

  /** Changes by index; indices from `length` on, without a gap, lengthen the array. */
  with(changes: ReadonlyMap<number, T>): PagedArray<T> {
    if (changes.size === 0) return this;
    const pages = [...this.pages];
    const own = new Set<number>();
    let length = this.length;
    for (const [index, value] of [...changes].sort(([p], [q]) => p - q)) {
      if (index > length || index < 0) throw new Error(`Index ${index} of an array of ${length}.`);
      const p = index >> PAGE_BITS;
      if (!own.has(p)) {
        pages[p] = [...(pages[p] ?? [])];
        own.add(p);
      }
      (pages[p] as T[])[index & MASK] = value;
      if (index === length) length++;
    }
    return new PagedArray(pages, length);
  }

  /** Indices where two arrays differ, ascending; pages that both share are passed over. */
  static differences<T>(a: PagedArray<T>, b: PagedArray<T>): number[] {
    const found: number[] = [];
    for (let p = 0; p < Math.max(a.pages.length, b.pages.length); p++) {
      const one = a.pages[p];
      const other = b.pages[p];
      if (one === other) continue;
      for (let k = 0; k < Math.max(one?.length ?? 0, other?.length ?? 0); k++) if (one?.[k] !== other?.[k]) found.push((p << PAGE_BITS) + k);
    }
    return found;
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (const page of this.pages) yield* page;
  }
}
