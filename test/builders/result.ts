/** Check results by hand, for tests of what comes after the check. */
import { DEFAULT_TOLERANCES } from '../../src/core/coverage/defect.ts';
import type { CheckResult, Defect, DefectClass } from '../../src/core/coverage/defect.ts';

export function aDefect(id: string, name: DefectClass, over: Partial<Defect> = {}): Defect {
  return {
    id, class: name, severity: 'error', units: [0, 1], areaSquareMetres: 10, widthMetres: 2, lengthMetres: 5,
    geometry: { type: 'Polygon', coordinates: [[[109, 34], [109.0001, 34], [109.0001, 34.0001], [109, 34]]] },
    location: [109.00005, 34.00005], sliver: false, borders: [], ...over,
  };
}

export function aResult(over: Partial<CheckResult> = {}): CheckResult {
  return {
    unitCount: 2, vertexCount: 8, defects: [], unitAreas: Float64Array.of(600, 400),
    totals: {
      unitsSquareMetres: 1000, parentSquareMetres: 1000, gapSquareMetres: 0, overlapSquareMetres: 0, beyondSquareMetres: 0,
    },
    tolerances: DEFAULT_TOLERANCES,
    ...over,
  };
}
