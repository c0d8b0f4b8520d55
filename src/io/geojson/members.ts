/** Walks the members of an object, whatever their order: `for (key = firstKey(…); key !== END; key = nextKey(…))`. */
import { CLOSE_OBJECT, COMMA, nextByte } from './jsonBytes.ts';
import { fail, type Scan } from './scan.ts';
import { readKey, type Word } from './words.ts';

export const END = '}';

/** A word of GeoJSON, null for a foreign member, `}` behind the object, false after a failure. */
export type Key = Word | null | typeof END | false;

/** Enters the object whose `{` stands at `scan.at`. */
export function firstKey(scan: Scan): Key {
  scan.at++;
  if (nextByte(scan) !== CLOSE_OBJECT) return readKey(scan);
  scan.at++;
  return END;
}

/** Leaves a member's value behind. */
export function nextKey(scan: Scan): Key {
  const c = nextByte(scan);
  if (c === COMMA) {
    scan.at++;
    return readKey(scan);
  }
  if (c !== CLOSE_OBJECT) return fail(scan, 'notJson', scan.at, ', }');
  scan.at++;
  return END;
}
