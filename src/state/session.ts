/** What is loaded, and what stands before loading: the files as the worker read them and the user's answers. */
import { create } from 'zustand';
import type { ReadProblem } from '../io/problem.ts';
import type { FilePreview, LoadChoice, Loaded } from '../worker/protocol.ts';
import type { SampleName } from './samples.ts';

export type FileChoice = LoadChoice['files'][number];

/** Files read and shown in the preview dialog, not loaded yet. */
export interface Pending {
  previews: FilePreview[];
  choices: FileChoice[];
  /** Names the bytes: decisions are kept under it. */
  fingerprint: string;
  sample: SampleName | null;
}

export interface Session {
  pending: Pending | null;
  loaded: Loaded | null;
  fingerprint: string | null;
  sample: SampleName | null;
  /** Findings of geojson-validation, once asked for. */
  shapeProblems: ReadProblem[] | null;
  /** The whole input was refused: why. */
  refusal: ReadProblem[] | null;
  /** Something broke that should not: the machine's own words. */
  failure: string | null;
}

export const useSession = create<Session>()(() => ({
  pending: null,
  loaded: null,
  fingerprint: null,
  sample: null,
  shapeProblems: null,
  refusal: null,
  failure: null,
}));
