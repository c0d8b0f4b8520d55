/** A feature's attributes and id, parsed from their bytes. Keys stay plain own data, whatever they are called. */
import type { ProblemDrafts } from '../problemList.ts';
import type { FeatureReading } from './readFeature.ts';
import type { Properties } from './flatProperties.ts';
import { foundText } from './foundText.ts';
import { markOddLiterals, oddLiteralOf } from './oddLiterals.ts';
import type { Scan } from './scan.ts';
import { snippet, strictDecoder } from './slice.ts';

/** Names that mean something to JavaScript objects. JSON.parse makes them own data; whoever copies them by assignment would not. */
const UNSAFE_KEYS = ['__proto__', 'constructor', 'prototype'];

/** Longer than any name, address or text of four limits. */
const LONG_TEXT = 10_000;

const OPEN_OBJECT = 123;

/** Attributes, or null when their bytes are no text in the file's encoding: then the feature is refused, the reason in `scan.notes`. */
export function readProperties(scan: Scan, feature: FeatureReading): Properties | null {
  const { propertiesAt, propertiesEnd } = feature;
  if (propertiesAt < 0 || scan.bytes[propertiesAt] !== OPEN_OBJECT) {
    const found = propertiesAt < 0 ? '—' : snippet(scan, propertiesAt, propertiesEnd);
    if (found !== 'null' && !feature.isBare) scan.notes.add({ code: 'propertiesNotObject', severity: 'warning', field: 'properties', found, expected: '{ … }' });
    return {};
  }
  const properties = feature.properties ?? parseProperties(scan, feature);
  if (properties === null) return null;
  if (Object.hasOwn(properties, '__proto__') || Object.hasOwn(properties, 'constructor') || Object.hasOwn(properties, 'prototype')) noteUnsafeKeys(properties, scan.notes);
  if (propertiesEnd - propertiesAt > LONG_TEXT) noteLongTexts(properties, scan.notes);
  return properties;
}

function parseProperties(scan: Scan, { propertiesAt, propertiesEnd, oddProperties }: FeatureReading): Properties | null {
  let text: string;
  try {
    text = strictDecoder(scan.encoding).decode(scan.bytes.subarray(propertiesAt, propertiesEnd));
  } catch {
    scan.notes.add({ code: 'wrongEncoding', severity: 'refused', field: 'properties', found: snippet(scan, propertiesAt, propertiesEnd), expected: 'UTF-8', byte: propertiesAt });
    return null;
  }
  return oddProperties ? parseOdd(text, scan.notes) : (JSON.parse(text) as Properties);
}

/** The member `id`: a text or a number, else null. */
export function readId(scan: Scan, feature: FeatureReading): string | number | null {
  if (feature.idAt < 0) return null;
  try {
    const id: unknown = JSON.parse(strictDecoder(scan.encoding).decode(scan.bytes.subarray(feature.idAt, feature.idEnd)));
    return typeof id === 'string' || typeof id === 'number' ? id : null;
  } catch {
    return null;
  }
}

/** NaN and Infinity become null, an unknown value. */
function parseOdd(text: string, notes: ProblemDrafts): Properties {
  return JSON.parse(markOddLiterals(text), (key, value: unknown) => {
    const word = oddLiteralOf(value);
    if (word === null) return value;
    notes.add({ code: 'notANumber', severity: 'warning', field: `properties.${key}`, found: word, expected: '0–9' });
    return null;
  }) as Properties;
}

function noteUnsafeKeys(properties: Properties, notes: ProblemDrafts): void {
  for (const key of UNSAFE_KEYS) {
    if (Object.hasOwn(properties, key)) notes.add({ code: 'unsafeKey', severity: 'information', field: `properties.${key}`, found: key });
  }
}

function noteLongTexts(properties: Properties, notes: ProblemDrafts): void {
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value !== 'string' || value.length <= LONG_TEXT) continue;
    notes.add({ code: 'textTooLong', severity: 'information', field: `properties.${foundKey(key)}`, found: String(value.length), expected: String(LONG_TEXT) });
  }
}

function foundKey(key: string): string {
  const shown = foundText(key);
  return shown.slice(1, shown.endsWith('"') ? -1 : undefined);
}
