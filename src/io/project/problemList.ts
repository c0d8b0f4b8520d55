/** Problems as they are found: a file that is damaged throughout must not drown whoever reads about it. */
import { projectProblem, type ProjectProblem, type ProjectProblemCode } from './project.ts';

const LISTED_PER_CODE = 200;

export class ProjectProblems {
  readonly all: ProjectProblem[] = [];
  readonly #listed = new Map<ProjectProblemCode, { count: number; last: ProjectProblem }>();

  add(code: ProjectProblemCode, more: Parameters<typeof projectProblem>[1] = {}): void {
    const known = this.#listed.get(code);
    if (known && known.count >= LISTED_PER_CODE) {
      known.last.more = (known.last.more ?? 0) + 1;
      return;
    }
    const problem = projectProblem(code, more);
    this.all.push(problem);
    this.#listed.set(code, { count: (known?.count ?? 0) + 1, last: problem });
  }
}
