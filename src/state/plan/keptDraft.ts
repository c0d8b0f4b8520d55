/** Unfinished work as it is kept beside the log: the tool, what it holds, and the command it would come to. */
import { COMMAND_SHAPES } from '../../core/plan/commandShapes.ts';
import type { Command, GroundRef } from '../../core/plan/command.ts';
import type { LngLat } from '../../core/geo/coordinates.ts';
import { read, readCommand } from '../../core/plan/readCommand.ts';
import { BadMember, list, numberWithin, oneOf, orNull, pair, position, positions, record, text, truth, wholeWithin, type Reader } from '../../core/plan/readMember.ts';
import { MOST_REVISIONS } from '../../core/plan/replay.ts';
import type { PaintKind } from '../../worker/planProtocol.ts';
import { TOOL_NAMES, type HandleRef, type Picked, type ToolName } from './tool.ts';

export interface KeptDraft {
  /** The revision it was made on: places and numbers hold only there. */
  head: number;
  tool: ToolName;
  /** Unit indices, the inspector's first. */
  selected: number[];
  boundary: [number, number] | null;
  handle: HandleRef | null;
  moved: LngLat | null;
  stretch: boolean;
  line: LngLat[];
  paintKind: PaintKind;
  picked: Picked[];
  target: string | null;
  lasso: boolean;
  parts: { name: string; ground: GroundRef[]; households: number | null }[];
  command: Command | null;
}

const MOST = 1_000_000_000;
const index = wholeWithin(0, MOST);
const households = orNull(numberWithin(0, MOST));

const command: Reader<Command> = (value, member) => {
  const found = readCommand(value);
  if (!found.ok) throw new BadMember(member, found.rejection.code, 'command');
  return found.value;
};

const keptDraft: Reader<KeptDraft> = record<KeptDraft>({
  head: wholeWithin(0, MOST_REVISIONS),
  tool: oneOf(...TOOL_NAMES),
  selected: list(index),
  boundary: orNull(pair(index)),
  handle: orNull(record<HandleRef>({ path: index, index, middle: truth })),
  moved: orNull(position),
  stretch: truth,
  line: positions,
  paintKind: oneOf('face', 'compound', 'block', 'grid', 'census'),
  picked: list(record<Picked>({ id: index, name: text, households })),
  target: orNull(text),
  lasso: truth,
  parts: list(record<KeptDraft['parts'][number]>({ name: text, ground: COMMAND_SHAPES.assign.ground as Reader<GroundRef[]>, households })),
  command: orNull(command),
});

/** Null: there is none, or none that can be read. */
export function readKeptDraft(value: unknown): KeptDraft | null {
  const found = read(keptDraft, value, '');
  return found.ok ? found.value : null;
}
