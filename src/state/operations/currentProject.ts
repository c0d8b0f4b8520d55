/** What is open, as a project: the files as they were loaded, what was decided, every step of every scenario. */
import { MADE_BY } from '../../io/project/madeBy.ts';
import type { Project, ProjectFile } from '../../io/project/project.ts';
import type { KeptFile } from '../autosave/kept.ts';
import { useCheck } from '../check.ts';
import { savedPlan } from '../plan/saved.ts';
import { firstScenarioNow, projectNameNow } from '../project/words.ts';
import { useSession } from '../session.ts';

export async function currentProject(): Promise<Project> {
  const { files, profile } = useSession.getState();
  const { tolerances, acceptances, signature } = useCheck.getState();
  const { log, pointers } = savedPlan();
  const name = projectNameNow();
  const read = await Promise.all(files.map(async (file) => ({ group: file.group, file: await withBytes(file) })));
  const of = (group: KeptFile['group']) => read.filter((each) => each.group === group).map(({ file }) => file);
  return {
    name, madeBy: MADE_BY, base: of('base'), datasets: of('dataset'), tolerances, acceptances: [...acceptances], signature, profile, log: [...log],
    pointers: pointers ?? { scenarios: [{ id: 0, name: firstScenarioNow(), base: 0, head: 0, undone: [], deleted: false }], current: 0 },
  };
}

async function withBytes({ name, role, fields, encoding, bytes }: KeptFile): Promise<ProjectFile> {
  return { name, role, fields, encoding, bytes: new Uint8Array(await bytes.arrayBuffer()) };
}
