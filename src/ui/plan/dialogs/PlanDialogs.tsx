/** The dialog of 方案 that is open, if any. */
import { closePlanDialog, usePlanDialog } from '../../../state/plan/dialog.ts';
import { GiveFigureDialog } from '../../rules/given/GiveFigureDialog.tsx';
import { AttachDialog } from './AttachDialog.tsx';
import { CarveDialog } from './CarveDialog.tsx';
import { DeparturesDialog } from './DeparturesDialog.tsx';
import { ExceptDialog } from './ExceptDialog.tsx';
import { GroundDialog } from './GroundDialog.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { NameDialog } from './NameDialog.tsx';
import { ScenarioDialog } from './ScenarioDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';

export function PlanDialogs() {
  const open = usePlanDialog((state) => state.open);
  return (
    <>
      {open?.kind === 'merge' && <MergeDialog of={open} onClose={closePlanDialog} />}
      {(open?.kind === 'rename' || open?.kind === 'convert') && <NameDialog of={open} onClose={closePlanDialog} />}
      {open?.kind === 'except' && <ExceptDialog of={open} onClose={closePlanDialog} />}
      {open?.kind === 'attach' && <AttachDialog of={open} onClose={closePlanDialog} />}
      {open?.kind === 'handOver' && <HandOverDialog of={open} onClose={closePlanDialog} />}
      {open?.kind === 'split' && <SplitDialog of={open} onClose={closePlanDialog} />}
      {open?.kind === 'carve' && <CarveDialog of={open} onClose={closePlanDialog} />}
      {(open?.kind === 'form' || open?.kind === 'declare') && <GroundDialog of={open} onClose={closePlanDialog} />}
      {open?.kind === 'giveFact' && <GiveFigureDialog of={open} onClose={closePlanDialog} />}
      {open?.kind === 'scenario' && <ScenarioDialog of={open} onClose={closePlanDialog} />}
      <DeparturesDialog />
    </>
  );
}
