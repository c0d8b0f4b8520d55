/** What is known of a project that is being opened, beyond its files. */
import type { LogEntry, Pointers } from '../../worker/planProtocol.ts';
import type { Decisions } from '../decisions.ts';

export interface OpenedProject {
  name: string;
  /** `kept`: this computer's, gone on with. `aside`: this computer's, put aside once. `file`: a project file's. */
  source: 'kept' | 'aside' | 'file';
  /** What takes the place of the steps kept here; null: those are gone on with. */
  steps: { log: readonly LogEntry[]; pointers: Pointers } | null;
  /** Null: those kept on this computer stand. */
  decisions: Decisions | null;
  profile: unknown;
  /** Key of what was put aside: taken up, it is aside no more. */
  asideKey: string | null;
}
