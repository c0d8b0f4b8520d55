/**
 * Problems as they are found. A damaged file has the same one thousands of times: the first
 * `LISTED_PER_CODE` of a code and severity are listed, the rest counted in `more` of the last listed.
 */
import type { ProblemCode, ReadProblem } from './problem.ts';

export const LISTED_PER_CODE = 20;

/** A problem before it is known whose it is. */
export type ProblemDraft = Omit<ReadProblem, 'file' | 'feature'>;

export class ProblemList {
  readonly #listed: ReadProblem[] = [];
  readonly #lastOfKind = new Map<string, ReadProblem>();
  readonly #listedOfKind = new Map<string, number>();
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(feature: number | null, draft: ProblemDraft): void {
    const kind = `${draft.code} ${draft.severity}`;
    const listed = this.#listedOfKind.get(kind) ?? 0;
    if (listed === LISTED_PER_CODE) {
      const last = this.#lastOfKind.get(kind)!;
      last.more = (last.more ?? 0) + 1 + (draft.more ?? 0);
      return;
    }
    this.#listedOfKind.set(kind, listed + 1);
    const problem: ReadProblem = { ...draft, file: this.#file, feature };
    this.#listed.push(problem);
    this.#lastOfKind.set(kind, problem);
  }

  /** Takes over what was found within one feature. */
  addAll(feature: number, drafts: ProblemDrafts): void {
    if (drafts.listed.length === 0) return;
    for (const draft of drafts.listed) this.add(feature, draft);
  }

  /** Forgets a code that a problem of the whole file explains. */
  drop(code: ProblemCode): void {
    for (let i = this.#listed.length - 1; i >= 0; i--) if (this.#listed[i]!.code === code) this.#listed.splice(i, 1);
    for (const kind of [...this.#listedOfKind.keys()].filter((key) => key.startsWith(`${code} `))) {
      this.#listedOfKind.delete(kind);
      this.#lastOfKind.delete(kind);
    }
  }

  hasRefusal(): boolean {
    return this.#listed.some(({ severity }) => severity === 'refused');
  }

  /** Refusals first, then warnings, each in the order of the file. */
  all(): ReadProblem[] {
    const order: ReadProblem['severity'][] = ['refused', 'warning', 'information'];
    return order.flatMap((severity) => this.#listed.filter((problem) => problem.severity === severity));
  }
}

/** Of one code in one feature: a feature that is wrong all over must not hide the others. */
export const LISTED_PER_FEATURE = 3;

/** What was found within one feature while it is not yet known whether the feature stands. */
export class ProblemDrafts {
  listed: ProblemDraft[] = [];
  readonly #countOfCode = new Map<ProblemCode, number>();

  add(draft: ProblemDraft): void {
    if (this.countIfFull(draft.code)) return;
    this.#countOfCode.set(draft.code, (this.#countOfCode.get(draft.code) ?? 0) + 1);
    this.listed.push(draft);
  }

  /** True, and counted, when enough of the code are listed: then the words of another need not be made. */
  countIfFull(code: ProblemCode): boolean {
    if ((this.#countOfCode.get(code) ?? 0) < LISTED_PER_FEATURE) return false;
    const last = this.listed.findLast((draft) => draft.code === code)!;
    last.more = (last.more ?? 0) + 1;
    return true;
  }

  has(code: ProblemCode): boolean {
    return this.#countOfCode.has(code);
  }

  clear(): void {
    if (this.listed.length === 0) return;
    this.listed = [];
    this.#countOfCode.clear();
  }
}
