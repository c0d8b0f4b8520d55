/**
 * Files of earlier versions. A migration takes one record of its version to records of the next; they run one after
 * another until the present form is reached. There is none yet: version 1 is the first.
 */
import { PROJECT_VERSION, type RawRecord } from './format.ts';

export interface Migration {
  /** Version it reads; it gives the next. */
  readonly from: number;
  readonly migrate: (record: RawRecord) => RawRecord[];
}

export const MIGRATIONS: readonly Migration[] = [];

/** Every step from the version to the present one; null where one is missing. */
export function migrationPath(version: number, migrations: readonly Migration[]): Migration[] | null {
  const path: Migration[] = [];
  for (let at = version; at < PROJECT_VERSION; at++) {
    const step = migrations.find(({ from }) => from === at);
    if (!step) return null;
    path.push(step);
  }
  return path;
}

export function migrated(record: RawRecord, path: readonly Migration[]): RawRecord[] {
  return path.reduce<RawRecord[]>((records, { migrate }) => records.flatMap(migrate), [record]);
}
