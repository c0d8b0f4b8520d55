/** The user's answers in the preview dialog: a file's role, a field's column. */
import type { CommunityField } from '../../io/fields.ts';
import type { LayerRole } from '../../worker/protocol.ts';
import { useSession, type FileChoice } from '../session.ts';

export function setRole(fileIndex: number, role: LayerRole): void {
  change(fileIndex, (choice) => ({ ...choice, role }));
}

/** Null: no column holds this field. */
export function setFieldColumn(fileIndex: number, field: CommunityField, column: string | null): void {
  change(fileIndex, (choice) => {
    const { [field]: _, ...others } = choice.fields;
    return { ...choice, fields: column === null ? others : { ...others, [field]: column } };
  });
}

function change(fileIndex: number, to: (choice: FileChoice) => FileChoice): void {
  useSession.setState(({ pending }) => ({
    pending: pending && {
      ...pending,
      choices: pending.choices.map((choice) => (choice.fileIndex === fileIndex ? to(choice) : choice)),
    },
  }));
}
