/** What is chosen in the tables against the rules: kept while one looks at another table. */
import { create } from 'zustand';
import type { AreaKey } from '../../worker/assessProtocol.ts';
import type { Aspect } from '../../core/rules/vocabulary.ts';
import type { ScoreFilter } from './scorecard/scoreLines.ts';
import type { LeagueSort } from './league/leagueLines.ts';
import type { LedgerFilter } from './registers/registerLines.ts';

export interface AssessViews {
  /** District of the scorecard; null: the whole. */
  district: string | null;
  scoreFilter: ScoreFilter;
  /** `none`: indicators of no aspect; null: all. */
  scoreAspect: Aspect | 'none' | null;
  leagueLevel: 'subdistricts' | 'districts';
  leagueColumns: 'aspects' | 'totals';
  leagueSort: LeagueSort;
  register: 'ledger' | 'attachments' | 'contested';
  ledgerFilter: LedgerFilter;
  consequences: 'size' | 'people' | 'totals' | 'indicators' | 'reach';
  /** What they are told of; null: the whole. */
  consequencesArea: AreaKey | null;
  /** Unit whose approval is shown; null: the one selected, else the latest. */
  approvalOf: number | null;
}

export const useAssessViews = create<AssessViews>()(() => ({
  district: null, scoreFilter: 'all', scoreAspect: null,
  leagueLevel: 'subdistricts', leagueColumns: 'aspects', leagueSort: { column: 'size', descending: true },
  register: 'ledger', ledgerFilter: 'all', consequences: 'size', consequencesArea: null, approvalOf: null,
}));
