/** Opens a project file: its files with their roles and columns, its decisions, its steps. A damaged one is shown first. */
import { fingerprintOf } from '../../io/project/fingerprint.ts';
import type { Project, ProjectFile, ReadProject } from '../../io/project/project.ts';
import { readProject } from '../../io/project/readProject.ts';
import { LAYER_ROLES, type LayerRole } from '../../worker/protocol.ts';
import { closeProjectDialog, openProjectDialog } from '../project/dialog.ts';
import type { OpenedProject } from '../project/opened.ts';
import { wordsNow } from '../project/words.ts';
import type { InspectedFile } from './inspectFiles.ts';
import { openKnown } from './openKnown.ts';

/** `others`: files that came with it; those that it names but lost take their place. */
export async function openProjectFile(file: File, others: readonly File[] = []): Promise<void> {
  const read = await readProjectFile(file);
  if (!read.project) openProjectDialog({ kind: 'refused', fileName: file.name, merging: false, problems: read.problems });
  else if (read.rescued) {
    openProjectDialog({ kind: 'rescued', fileName: file.name, read, strangers: [] });
    if (others.length > 0) await provideMissing(file.name, read, others);
  } else await openProject(read.project);
}

export async function readProjectFile(file: File): Promise<ReadProject> {
  return readProject(new Uint8Array(await file.arrayBuffer()), { rescuedName: wordsNow()('project.rescuedName') });
}

/** Files that a project lost, opened again: byte for byte the same, or they are told to be others. */
export async function provideMissing(fileName: string, read: ReadProject, files: readonly File[]): Promise<void> {
  if (!read.project) return;
  const base = [...read.project.base];
  const datasets = [...read.project.datasets];
  let missing = [...read.missing];
  const strangers: string[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const print = fingerprintOf(bytes);
    const place = missing.find(({ fingerprint, byteLength }) => fingerprint === print && byteLength === bytes.length);
    if (place) {
      const { name, role, fields, encoding } = place;
      (place.group === 'base' ? base : datasets).push({ name, role, fields, encoding, bytes });
      missing = missing.filter((each) => each !== place);
    } else strangers.push(file.name);
  }
  openProjectDialog({ kind: 'rescued', fileName, read: { ...read, project: { ...read.project, base, datasets }, missing }, strangers });
}

export async function openProject(project: Project): Promise<void> {
  closeProjectDialog();
  const { name, profile, tolerances, acceptances, signature, log, pointers } = project;
  const opened: OpenedProject = { name, source: 'file', steps: { log, pointers }, decisions: { acceptances, tolerances, signature }, profile, asideKey: null };
  const files = [...project.base, ...project.datasets].map(inspected);
  await openKnown(files, { sample: null, project: opened });
}

/** A role that a later version knows is guessed anew. */
function inspected({ name, role, fields, encoding, bytes }: ProjectFile): InspectedFile {
  const known = LAYER_ROLES.find((each): each is LayerRole => each === role);
  return { name, bytes: bytes.slice().buffer, known: known && { role: known, fields, encoding } };
}
