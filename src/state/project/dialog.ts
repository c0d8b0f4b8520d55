/** Which dialog about projects is open, with what it is about. */
import { create } from 'zustand';
import type { MergedScenario } from '../../io/project/mergeProjects.ts';
import type { ProjectProblem, ReadProject } from '../../io/project/project.ts';
import type { KeptMeta } from '../autosave/kept.ts';

export type ProjectDialog =
  /** A project file that can't be opened, or not be merged: why. */
  | { kind: 'refused'; fileName: string; merging: boolean; problems: readonly ProjectProblem[] }
  /** A damaged one: what is wrong, which files are wanting; `strangers` were offered and are others. */
  | { kind: 'rescued'; fileName: string; read: ReadProject; strangers: readonly string[] }
  | { kind: 'merged'; fileName: string; added: readonly MergedScenario[]; same: readonly string[]; entriesAdded: number; problems: readonly ProjectProblem[] }
  /** A project on this computer without its files: they are to be opened again. */
  | { kind: 'needsFiles'; meta: KeptMeta }
  | { kind: 'forget'; fingerprint: string; name: string; steps: number };

export const useProjectDialog = create<{ open: ProjectDialog | null }>()(() => ({ open: null }));

export function openProjectDialog(open: ProjectDialog): void {
  useProjectDialog.setState({ open });
}

export function closeProjectDialog(): void {
  useProjectDialog.setState({ open: null });
}
