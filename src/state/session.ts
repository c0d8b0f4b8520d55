/** What is loaded, and what stands before loading: the files as the worker read them and the user's answers. */
import { create } from 'zustand';
import type { ReadProblem } from '../io/problem.ts';
import type { BackgroundLayers, FilePreview, LoadChoice, Loaded } from '../worker/protocol.ts';
import type { KeptFile } from './autosave/kept.ts';
import type { OpenedProject } from './project/opened.ts';
import type { SampleName } from './samples.ts';

export type FileChoice = LoadChoice['files'][number];

/** Files read and shown in the preview dialog, not loaded yet. */
export interface Pending {
  previews: FilePreview[];
  choices: FileChoice[];
  /** In the order of the files: the bytes, still at hand after the worker took its own. */
  files: Blob[];
  /** Names the bytes of all. */
  fingerprint: string;
  sample: SampleName | null;
  /** Opened as a project: roles and columns are known, nothing is asked. */
  project: OpenedProject | null;
}

export interface Session {
  /** Files are being opened of which nothing is asked. */
  opening: boolean;
  pending: Pending | null;
  loaded: Loaded | null;
  /** What lies beneath, once it is read. */
  background: BackgroundLayers | null;
  /** Names the bytes that were loaded: decisions and steps are kept under it. */
  fingerprint: string | null;
  /** What was loaded, as it was chosen. */
  files: readonly KeptFile[];
  sample: SampleName | null;
  /** As a project file or this computer calls it; null: after what is loaded. */
  name: string | null;
  /** The rule profile of a project file, carried along unseen. */
  profile: unknown;
  /** Findings of geojson-validation, once asked for. */
  shapeProblems: ReadProblem[] | null;
  /** The whole input was refused: why. */
  refusal: ReadProblem[] | null;
  /** Something broke that should not: the machine's own words. */
  failure: string | null;
}

export const NO_SESSION: Session = {
  opening: false,
  pending: null,
  loaded: null,
  background: null,
  fingerprint: null,
  files: [],
  sample: null,
  name: null,
  profile: null,
  shapeProblems: null,
  refusal: null,
  failure: null,
};

export const useSession = create<Session>()(() => NO_SESSION);
