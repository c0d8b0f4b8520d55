/** Chooses what the map is coloured by. */
import { useColouring, type Colouring } from '../assess/assess.ts';
import { refreshColouring } from './assessPlan.ts';

export async function colourBy(by: Colouring): Promise<void> {
  useColouring.setState({ by, values: null });
  await refreshColouring();
}
