/** Keeps what the user decided on this computer, under the fingerprint of the data. */
import { openDB, type DBSchema } from 'idb';
import type { CheckTolerances } from '../core/coverage/defect.ts';
import type { Acceptance } from '../core/coverage/accept.ts';
import type { Signature } from './check.ts';

export interface Decisions {
  acceptances: Acceptance[];
  tolerances: CheckTolerances;
  signature: Signature | null;
  /** Settings of the project; absent in what earlier versions kept. */
  profile?: unknown;
}

interface Schema extends DBSchema {
  decisions: { key: string; value: Decisions };
}

const open = () => openDB<Schema>('sizhi', 1, { upgrade: (db) => { db.createObjectStore('decisions'); } });

/** Null when there are none, or the browser keeps nothing for this page. */
export async function readDecisions(fingerprint: string): Promise<Decisions | null> {
  try {
    return (await (await open()).get('decisions', fingerprint)) ?? null;
  } catch {
    return null;
  }
}

/** False when they could not be written: storage forbidden, or the disk is full. */
export async function writeDecisions(fingerprint: string, decisions: Decisions): Promise<boolean> {
  try {
    await (await open()).put('decisions', decisions, fingerprint);
    return true;
  } catch {
    return false;
  }
}
