/** People (policy sheet §4), services (§8), money (§7). */
import { describe } from 'vitest';
import { golden, resolved } from './golden.ts';

const xian = resolved('xian');

describe('xian: both bodies', () => {
  golden(xian, [
    ['party.range', { partyMembers: 2 }, 'fail', -1], // 2 − 3
    ['party.range', { partyMembers: 3 }, 'pass', 0], // 3 ≤ 3 ≤ 5; 3 − 3 = 0
    ['party.range', { partyMembers: 5 }, 'pass', 0], // 3 ≤ 5 ≤ 5; 5 − 5 = 0
    ['party.range', { partyMembers: 6 }, 'fail', -1], // 5 − 6
    ['party.members', { partyBody: 'branch', partyMembers: 3 }, 'pass', 0], // 3 is what is due: 3
    ['party.members', { partyBody: 'branch', partyMembers: 4 }, 'fail', -1], // generally 3
    ['party.members', { partyBody: 'generalBranch', partyMembers: 4 }, 'fail', -1], // generally 5
    ['party.members', { partyBody: 'committee', partyMembers: 5 }, 'pass', 0], // 5 is what is due: 5
    ['party.members', { partyMembers: 5 }, 'unknown', null], // which body?
    ['party.members', { partyBody: '党工委', partyMembers: 5 }, 'unknown', null], // a word that the rule does not know
    ['committee.range', { committeeMembers: 4 }, 'fail', -1], // 4 − 5
    ['committee.range', { committeeMembers: 5 }, 'pass', 0], // 5 ≤ 5 ≤ 9; 5 − 5 = 0
    ['committee.range', { committeeMembers: 9 }, 'pass', 0], // 5 ≤ 9 ≤ 9; 9 − 9 = 0
    ['committee.range', { committeeMembers: 10 }, 'fail', -1], // 9 − 10
    ['committee.seats', { households: 1999, committeeMembers: 5 }, 'pass', 0, { bound: { oneOf: [5], proposed: 5 } }], // 5 is what is due: 5
    ['committee.seats', { households: 1999, committeeMembers: 7 }, 'fail', -2], // 5 are due, 7 sit
    ['committee.seats', { households: 2000, committeeMembers: 5 }, 'pass', 0, { bound: { oneOf: [5, 7], proposed: 7 } }], // either passes, 7 proposed
    ['committee.seats', { households: 2000, committeeMembers: 7 }, 'pass', 0], // 7 is what is due: 5 or 7
    ['committee.seats', { households: 2000, committeeMembers: 6 }, 'fail', -1], // one from either
    ['committee.seats', { households: 2001, committeeMembers: 5 }, 'fail', -2], // 7 are due
    ['committee.seats', { households: 3999, committeeMembers: 7 }, 'pass', 0], // 7 is what is due: 7
    ['committee.seats', { households: 4000, committeeMembers: 7 }, 'pass', 0, { bound: { oneOf: [7, 9], proposed: 7 } }], // 7 is what is due: 7 or 9
    ['committee.seats', { households: 4000, committeeMembers: 9 }, 'pass', 0], // 9 is what is due: 7 or 9
    ['committee.seats', { households: 4001, committeeMembers: 7 }, 'fail', -2], // 9 are due
    ['committee.seats', { households: 4001 }, 'unknown', null, { bound: { oneOf: [9], proposed: 9 } }], // committeeMembers not known; 9 is due all the same
    ['committee.seats', { committeeMembers: 7 }, 'unknown', null], // households not known
    ['committee.seats', { householdsRegistered: 2001, committeeMembers: 7 }, 'pass', 0, { basis: 'registered' }], // 7 is what is due: 7
    ['both.share', { partyMembers: 5, bothRoles: 2 }, 'fail', -20], // 40 % − 60 %
    ['both.share', { partyMembers: 5, bothRoles: 3 }, 'pass', 0], // 60 %
    ['both.share', { partyMembers: 3, bothRoles: 2 }, 'pass', 20 / 3], // 66.67 % − 60 %
    ['both.share', { partyMembers: 0, bothRoles: 0 }, 'unknown', null], // no body, no share
    ['both.share', { partyMembers: 5 }, 'unknown', null], // bothRoles not known; 60 is asked all the same
    ['both.total', { partyMembers: 5, committeeMembers: 9, bothRoles: 3 }, 'pass', 0], // 5 + 9 − 3 = 11
    ['both.total', { partyMembers: 5, committeeMembers: 9, bothRoles: 2 }, 'fail', -1], // 12
    ['both.total', { partyMembers: 5, committeeMembers: 7, bothRoles: 2 }, 'pass', 1], // 10
    ['both.total', { partyMembers: 5, committeeMembers: 9, bothRoles: 2, partTimeMembers: 1 }, 'pass', 0], // 12 − 1 from the police = 11
    ['both.total', { partyMembers: 5, committeeMembers: 9 }, 'unknown', null], // bothRoles not known: nobody can tell whom to count once
    ['environmentCommittee', { environmentCommittee: true }, 'pass', null, { strength: 'general' }], // asked: yes; given: yes
    ['environmentCommittee', { environmentCommittee: false }, 'fail', null], // asked: yes; given: no
  ]);
});

describe('xian: workers, staff, elections', () => {
  golden(xian, [
    ['workers.need', { people: 10000, workers: 17 }, 'guide', -1, { bound: { min: 18, proposed: 18 } }], // shown, judged for city and district
    ['workers.need', { people: 12494, workers: 21 }, 'guide', -1.4892, { bound: { min: 22.4892, proposed: 23 } }], // 1.2494 × 18 = 22.4892 → 23 heads
    ['workers.need', { people: 12494 }, 'unknown', null, { bound: { min: 22.4892, proposed: 23 } }], // workers not known; 22.4892 is asked all the same
    ['workers.need', { kind: 'rural', people: 10000, workers: 1 }, 'notApplicable', null], // urban residents
    ['fullTime', { fullTime: 4 }, 'fail', -1, { strength: 'target', year: 2025 }], // 4 − 5
    ['fullTime', { fullTime: 5 }, 'pass', 0], // 5 ≤ 5 ≤ 9; 5 − 5 = 0
    ['fullTime', { fullTime: 9 }, 'pass', 0], // 5 ≤ 9 ≤ 9; 9 − 9 = 0
    ['fullTime', { fullTime: 10 }, 'fail', -1], // 9 − 10
    ['fullTime', { kind: 'rural', fullTime: 1 }, 'notApplicable', null], // asked only where kind is urban; here rural
    ['heads.community', { households: 5411, stairwellHeads: 55 }, 'guide', 0.89, { bound: { min: 54.11, proposed: 55 } }], // 55 − 54.11
    ['election', { newSetUp: true, approved: '2025-11-30', elected: '2026-02-28' }, 'pass', 0, { bound: { until: '2026-02-28' } }], // February has no 30th: its last day
    ['election', { newSetUp: true, approved: '2025-11-30', elected: '2026-03-01' }, 'fail', -1], // a day late
    ['election', { newSetUp: true, approved: '2025-01-15', elected: '2025-04-15' }, 'pass', 0], // the same day, inclusive
    ['election', { newSetUp: true, approved: '2025-01-15', elected: '2025-04-16' }, 'fail', -1], // last day 2025-04-15; held 2025-04-16
    ['election', { newSetUp: true, approved: '2025-01-15', elected: '2025-04-14' }, 'pass', 1], // last day 2025-04-15; held 2025-04-14
    ['election', { newSetUp: true, approved: '2025-01-15', elected: '2025-04' }, 'unknown', null], // which day in April?
    ['election', { newSetUp: true, approved: '2025-01-15' }, 'unknown', null, { bound: { until: '2025-04-15' } }], // elected not known; the last day is 2025-04-15
    ['election', { newSetUp: true, approved: '2025-01', elected: '2025-03-01' }, 'unknown', null], // an approval without a day
    ['election', { newSetUp: false, approved: '2025-01-15', elected: '2026-04-16' }, 'notApplicable', null], // asked only where newSetUp is yes; here no
    ['sportsInstructor', { sportsInstructors: 0 }, 'fail', -1], // 0 − 1 = −1
    ['sportsInstructor', { sportsInstructors: 1 }, 'pass', 0], // 1 − 1 = 0
    ['sportsInstructor', { kind: 'rural', sportsInstructors: 0 }, 'notApplicable', null], // asked only where kind is urban; here rural
    ['police', { police: 0, kind: 'rural' }, 'fail', -1], // 0 − 1 = −1
    ['police', { police: 1 }, 'pass', 0], // 1 − 1 = 0
    ['counsellor', { indicator20: false }, 'fail', null], // asked: yes; given: no
    ['counsellor', { indicator20: true }, 'pass', null], // asked: yes; given: yes
    ['counsellor', { kind: 'rural', indicator20: false }, 'notApplicable', null], // asked only where kind is urban; here rural
    ['legalAdviser', { kind: 'rural', indicator21: false }, 'fail', null], // asked: yes; given: no
    ['emergencyTeam', { indicator22: true }, 'pass', null], // asked: yes; given: yes
    ['certified', { certified: 4 }, 'fail', -1], // 4 − 5
    ['certified', { certified: 5 }, 'pass', 0], // 5 − 5 = 0
  ]);
});

describe('xian: organisations, volunteers, money', () => {
  golden(xian, [
    ['organisations.urban', { socialOrganisations: 9 }, 'fail', -1], // 9 − 10
    ['organisations.urban', { socialOrganisations: 10 }, 'pass', 0], // 10 − 10 = 0
    ['organisations.rural', { kind: 'rural', socialOrganisations: 4 }, 'fail', -1], // 4 − 5
    ['organisations.rural', { kind: 'rural', socialOrganisations: 5 }, 'pass', 0], // 5 − 5 = 0
    ['organisations.every', { kind: 'rural', socialOrganisations: 5 }, 'fail', -5], // the conflict: 5 − 10
    ['organisations.every', { kind: 'rural', socialOrganisations: 10 }, 'pass', 0], // 10 − 10 = 0
    ['volunteerTeams.urban', { volunteerTeams: 2 }, 'fail', -1], // 2 − 3 = −1
    ['volunteerTeams.urban', { volunteerTeams: 3 }, 'pass', 0], // 3 − 3 = 0
    ['volunteerTeams.rural', { kind: 'rural', volunteerTeams: 0 }, 'fail', -1], // 0 − 1 = −1
    ['volunteerTeams.rural', { kind: 'rural', volunteerTeams: 1 }, 'pass', 0], // 1 − 1 = 0
    ['money.workFunds', { workFundsYuan: 249999 }, 'fail', -1], // 130,000 + 120,000 = 250,000
    ['money.workFunds', { workFundsYuan: 250000 }, 'pass', 0], // 250,000 − 250,000 = 0
    ['money.workFunds', { workFundsYuan: 0, zone: '西咸新区', route: 'xixian' }, 'guide', -250000, { waived: true }], // bears it alone
    ['money.workFundsCounty', { districtKind: 'county', workFundsYuan: 199999 }, 'fail', -1], // 130,000 + 70,000 = 200,000
    ['money.workFundsCounty', { districtKind: 'county', workFundsYuan: 200000 }, 'pass', 0], // 200,000 − 200,000 = 0
    ['money.workFundsCounty', { workFundsYuan: 1 }, 'notApplicable', null], // asked only where districtKind is county; here district
    ['money.workFunds', { districtKind: null, workFundsYuan: 250000 }, 'unknown', null], // districtKind not known; 250,000 is asked all the same
  ]);
});

describe('weihai: staff and money', () => {
  golden(resolved('weihai'), [
    ['fullTime', { fullTime: 4 }, 'fail', -1, { strength: 'firm' }], // 4 − 5 = −1
    ['fullTime', { fullTime: 5 }, 'pass', 0], // 5 − 5 = 0
    ['fullTime', { fullTime: 10 }, 'pass', 5], // no upper figure
    ['workers.need', { households: 1200, workers: 3 }, 'guide', 0, { bound: { min: 3, max: 4, proposed: 3 } }], // 1,200/400 … 1,200/300, pooled
    ['workers.need', { kind: 'rural', households: 1200, workers: 3 }, 'notApplicable', null], // asked only where kind is urban; here rural
    ['environmentCommittee', { environmentCommittee: false }, 'guide', null], // encouraged
    ['money.workFunds', { households: 1750, workFundsYuan: 62999 }, 'fail', -1], // 1.75 × 36,000 = 63,000
    ['money.workFunds', { households: 1750, workFundsYuan: 63000 }, 'pass', 0], // 63,000 − 63,000 = 0 (1,750 / 1,000 × 36,000)
    ['money.workFunds', { households: 1000, workFundsYuan: 59999 }, 'fail', -1], // 36,000, but at least 60,000
    ['money.workFunds', { households: 1000, workFundsYuan: 60000 }, 'pass', 0], // 60,000 − 60,000 = 0 (1,000 / 1,000 × 36,000 is less, 60,000 the least)
    ['money.workFunds', { kind: 'rural', households: 1000, workFundsYuan: 0 }, 'notApplicable', null], // asked only where kind is urban; here rural
    ['money.partyFund', { partyFundYuan: 199999 }, 'fail', -1], // 200,000
    ['money.partyFund', { partyFundYuan: 200000 }, 'pass', 0], // 200,000 − 200,000 = 0
  ]);
});

describe('plan layers alone: earlier words of the same rules', () => {
  golden(resolved('shaanxi'), [
    ['environmentCommittee', { environmentCommittee: false }, 'fail', null, { strength: 'target', year: 2021 }], // SX19: by 2021
  ]);
  golden(resolved('xian-plan'), [
    ['plaza.area', { plazaSquareMetres: 999 }, 'guide', -1], // row 9 is judged for the city
    ['plaza.area', { plazaSquareMetres: 999, kind: 'rural' }, 'notApplicable', null], // asked only where kind is urban; here rural
    ['rooms.per100', { households: 1000, floorAreaSquareMetres: 100 }, 'notApplicable', null], // 30 per 100 for newly built only
    ['rooms.per100', { newBuild: true, households: 1000, floorAreaSquareMetres: 299 }, 'fail', -1], // 300
  ]);
});
