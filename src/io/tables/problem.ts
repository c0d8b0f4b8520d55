/** What reading a table found wrong: always which table, row and column, what stood there, what was expected. Sentences: `tableProblem.<code>`. */
export const TABLE_PROBLEM_CODES = [
  // the table as a whole: nothing is read
  'empty', 'tooLarge', 'tooManyRows', 'looksLike', 'notText', 'noHeader', 'noKey', 'noColumns', 'noRows',
  // the text
  'unclosedQuote', 'unevenRow', 'columnsLeftOut', 'cellTooLong',
  // a cell
  'notANumber', 'negative', 'fraction', 'range', 'unit', 'masked', 'notADate', 'notATruth', 'notAWord', 'codeLostDigits', 'outOfRange', 'approximate',
  // figures against each other
  'peoplePerHousehold', 'moreOccupied', 'moreThanWhole',
  // joining
  'unjoined', 'ambiguous', 'doubled', 'codeNameDiffer', 'codeUnknown', 'decisionUnknown', 'mergedCell',
  // rows
  'totalRow', 'noName', 'unknownUse', 'unknownRole', 'unknownIndicator', 'incompleteSum', 'conflict',
] as const;
export type TableProblemCode = (typeof TABLE_PROBLEM_CODES)[number];

export type TableSeverity =
  /** The table can't be used. */
  | 'refused'
  /** A row or a cell is not used, or not as it stands. */
  | 'warning'
  | 'information';

export interface TableProblem {
  readonly code: TableProblemCode;
  readonly severity: TableSeverity;
  readonly table: string;
  /** As a spreadsheet counts, from 1; null: the table's. */
  readonly row: number | null;
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
  /** How many more of the same kind were counted but not listed. */
  readonly more?: number;
}

export type TableDraft = Pick<TableProblem, 'code'> & Partial<Omit<TableProblem, 'code' | 'table' | 'more'>>;

const LISTED_PER_KIND = 20;
const LONGEST = 80;

/** A table that is wrong all over has the same problem thousands of times: the first of a code and column are listed, the rest counted. */
export class TableProblems {
  private readonly listed: TableProblem[] = [];
  private readonly kinds = new Map<string, { count: number; last: number }>();

  constructor(private readonly table: string) {}

  add({ code, severity = 'warning', row = null, column = null, found = '', expected = '' }: TableDraft): void {
    const key = `${code} ${severity} ${column ?? ''}`;
    let kind = this.kinds.get(key);
    if (kind === undefined) this.kinds.set(key, (kind = { count: 0, last: -1 }));
    kind.count++;
    if (kind.count > LISTED_PER_KIND) {
      const last = this.listed[kind.last]!;
      this.listed[kind.last] = { ...last, more: (last.more ?? 0) + 1 };
      return;
    }
    kind.last = this.listed.push({ code, severity, table: this.table, row, column, found: found.slice(0, LONGEST), expected }) - 1;
  }

  get isRefused(): boolean {
    return this.listed.some(({ severity }) => severity === 'refused');
  }

  /** Refusals first, then warnings, then the rest; each in the order found. */
  all(): TableProblem[] {
    const order: TableSeverity[] = ['refused', 'warning', 'information'];
    return order.flatMap((severity) => this.listed.filter((problem) => problem.severity === severity));
  }
}
