/**
 * The door for commands from files, from the autosave and from other programs. What comes out is fresh plain data with
 * its members in a fixed order: the same command is always written the same. Whether it can be carried out is not
 * asked here.
 */
import type { Command, CommandType } from './command.ts';
import { COMMAND_SHAPES } from './commandShapes.ts';
import { BadMember, excerpt, isPlainObject, kindOf, oneOf, record, type Reader, type Shape } from './readMember.ts';
import { done, rejected, type Result } from './rejection.ts';

const READERS = new Map<string, Reader<Command>>(
  (Object.keys(COMMAND_SHAPES) as CommandType[]).map((type) => [type, readerOf(type)]),
);

export function readCommand(value: unknown): Result<Command> {
  if (!isPlainObject(value)) return rejected('badCommand', { member: '', expected: 'object', subjects: [kindOf(value)] });
  const type = Object.hasOwn(value, 'type') ? value.type : undefined;
  const reader = typeof type === 'string' ? READERS.get(type) : undefined;
  if (!reader) {
    const found = typeof type === 'string' ? excerpt(type) : kindOf(type);
    return rejected('unknownCommand', { member: 'type', expected: [...READERS.keys()].join(' '), subjects: [found] });
  }
  return read(reader, value, '');
}

/** Puts a value to a reader; what it objects to becomes the rejection. */
export function read<T>(reader: Reader<T>, value: unknown, member: string): Result<T> {
  try {
    return done(reader(value, member));
  } catch (error) {
    if (!(error instanceof BadMember)) throw error;
    return rejected('badCommand', { member: error.member, expected: error.expected, subjects: [error.found] });
  }
}

function readerOf(type: CommandType): Reader<Command> {
  const shape = { type: oneOf(type), ...COMMAND_SHAPES[type] };
  return record(shape as unknown as Shape<Command>);
}
