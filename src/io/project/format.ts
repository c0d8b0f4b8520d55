/**
 * The project file, `.sizhi`: everything that a plan was made from and every step that made it, in one file.
 *
 * UTF-8 text, one record a line, so that a damaged file can be read as far as it goes and beyond the damage. A line is
 *
 *     1a2b3c4d {"r":"entry","id":1,"parent":0,"command":{…},"stamp":{…}}
 *
 * eight hexadecimal digits, a blank, a JSON object, a line feed. The digits are the CRC-32 of the object's bytes: a line that a
 * broken disk or a careless editor changed is noticed, and is never half used. A carriage return before the line feed and
 * a byte-order mark before everything are forgiven: mail puts them there.
 *
 * Records, in this order. What is small and can't be had elsewhere comes first, so that a cut loses the least:
 *
 *     header      format, version, the program that made it, the project's name
 *     tolerances  of the check
 *     signature   if the check is signed
 *     acceptance  one a decision on a defect
 *     profile     the rule profile chosen, opaque here; if any
 *     open        which scenario is open
 *     scenario    one each: its pointers, and `line`: the numbers of its steps from the first to the head, as ranges. It can be
 *                 told from the entries; with it a scenario finds its place again where entries are lost
 *     entry       one a step: number, parent, command, stamp
 *     file        one a file that was loaded: name, role, which column holds which field, encoding, length, fingerprint
 *     part        the files' bytes in turn, up to 192 KiB each: `text` where they are UTF-8, else `base64`
 *     end         how many lines stand before it
 *
 * The same project always gives the same bytes; nothing in the file depends on language, clock or computer.
 */
export const PROJECT_FORMAT = 'sizhi-project';
export const PROJECT_VERSION = 1;
export const PROJECT_EXTENSION = 'sizhi';

/** Bytes of a project file: what a page can hold beside the map. */
export const PROJECT_LIMIT = 1024 ** 3;
/** Bytes of a line. The longest honest ones are commands that redraw a city in one stroke, a few megabytes. */
export const LINE_LIMIT = 64 * 1024 ** 2;
/** Bytes of a file in one part; base64 of it comes out even. */
export const PART_BYTES = 192 * 1024;
/** Files in a project. */
export const MOST_FILES = 1000;
/** A file that has shown no good line in so many is no project file. */
export const LINES_TO_TELL = 1000;

export const RECORD_TYPES = [
  'header', 'tolerances', 'signature', 'acceptance', 'profile', 'open', 'scenario', 'entry', 'file', 'part', 'end',
] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** A record as a line holds it, before anything but its JSON is known to be sound. */
export type RawRecord = Record<string, unknown>;
