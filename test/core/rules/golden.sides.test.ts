/** Rules that the other golden tables show on one side of their threshold only: at it, just below, just above, yes, no and unknown. */
import { describe } from 'vitest';
import { golden, goldenCompounds, resolved } from './golden.ts';

const xian = resolved('xian', ['national']);
const plan = resolved('xian-plan');
const shaanxi = resolved('shaanxi');
const weihai = resolved('weihai');

describe('xian: just within', () => {
  golden(xian, [
    ['boundary.pieces', { pieces: 2 }, 'fail', -1], // 1 − 2; a community of less than one piece is none
    ['boundary.contested', { contestedSquareMetres: 0.5 }, 'fail', -0.5], // 0 − 0.5: any at all
    ['size.expected', { state: 'underConstruction', householdsExpected: 1000 }, 'guide', 0], // 1,000 − 1,000: will be in range
    ['size.expected', { state: 'underConstruction', householdsExpected: 5000 }, 'guide', 0], // 5,000 − 5,000
    ['size.expected', { state: 'underConstruction', householdsExpected: 999 }, 'guide', -1], // 999 − 1,000
    ['size.expected', { state: 'underConstruction', householdsExpected: 5001 }, 'guide', -1], // 5,000 − 5,001
    ['size.occupancy', { dwellings: 800 }, 'unknown', null], // how many are lived in is not known
    ['size.staffUntilSplit', { households: 5001 }, 'unknown', null], // super-large, workers not known
    ['rooms.setUp', { newSetUp: true, households: 1500, floorAreaSquareMetres: 599 }, 'guide', -1], // 599 − 600
    ['rooms.setUp', { newSetUp: true, households: 1500, floorAreaSquareMetres: 600 }, 'guide', 0], // 600 − 600
    ['rooms.setUp', { newSetUp: true, households: 2000, floorAreaSquareMetres: 601 }, 'guide', 1], // 601 − 600; 以下 includes 2,000
    ['rooms.setUp', { newSetUp: true, households: 2001, floorAreaSquareMetres: 601 }, 'notApplicable', null], // 2,001 > 2,000
    ['rooms.stricter', { newSetUp: true, households: 2000, floorAreaSquareMetres: 600 }, 'guide', 0], // max(20 × 30 = 600, 600) = 600
    ['rooms.stricter', { newSetUp: true, households: 2000, floorAreaSquareMetres: 599 }, 'guide', -1], // 599 − 600
    ['rooms.stricter', { newSetUp: true, households: 2000, floorAreaSquareMetres: 601 }, 'guide', 1], // 601 − 600
    ['rooms.urban600', { floorAreaSquareMetres: 701, elderlyAreaSquareMetres: 100 }, 'guide', 1], // 701 − 100 − 600
    ['rooms.rural250', { kind: 'rural', floorAreaSquareMetres: 251 }, 'guide', 1], // 251 − 250
    ['rooms.tenure', {}, 'unknown', null], // tenure not known
    ['party.range', { partyMembers: 4 }, 'pass', 1], // 4 − 3 = 1; 5 − 4 = 1
    ['party.members', { partyBody: 'branch', partyMembers: 2 }, 'fail', -1], // 3 are due, 2 sit
    ['party.members', { partyBody: 'generalBranch', partyMembers: 5 }, 'pass', 0], // 5 are due
    ['party.members', { partyBody: 'committee', partyMembers: 6 }, 'fail', -1], // 5 are due, 6 sit
    ['committee.range', { committeeMembers: 6 }, 'pass', 1], // 6 − 5
    ['committee.range', { committeeMembers: 8 }, 'pass', 1], // 9 − 8
    ['committee.seats', { households: 4001, committeeMembers: 9 }, 'pass', 0], // 9 are due
    ['committee.seats', { households: 4001, committeeMembers: 10 }, 'fail', -1], // 9 are due, 10 sit
    ['workers.need', { people: 10000, workers: 17 }, 'guide', -1], // 1 × 18; judged for the district, here a figure
    ['workers.need', { people: 10000, workers: 18 }, 'guide', 0], // 18 − 18
    ['workers.need', { people: 10000, workers: 19 }, 'guide', 1], // 19 − 18
    ['environmentCommittee', {}, 'unknown', null], // nobody says
    ['organisations.every', { socialOrganisations: 9 }, 'fail', -1], // 9 − 10
    ['organisations.every', { socialOrganisations: 11 }, 'pass', 1], // 11 − 10
    ['money.workFunds', { workFundsYuan: 249_999 }, 'fail', -1], // 249,999 − 250,000
    ['money.workFunds', { workFundsYuan: 250_001 }, 'pass', 1], // 250,001 − 250,000
    ['money.workFundsCounty', { districtKind: 'county', workFundsYuan: 199_999 }, 'fail', -1], // 199,999 − 200,000
    ['money.workFundsCounty', { districtKind: 'county', workFundsYuan: 200_001 }, 'pass', 1], // 200,001 − 200,000
    ['fullTime', { fullTime: 6 }, 'pass', 1], // 6 − 5
    ['fullTime', { fullTime: 8 }, 'pass', 1], // 9 − 8
    ['certified', { certified: 6 }, 'pass', 1], // 6 − 5
    ['heads.community', { households: 200, stairwellHeads: 1 }, 'guide', -1], // 200 / 100 = 2; 1 − 2: the sum over its compounds, a figure
    ['heads.community', { households: 200, stairwellHeads: 2 }, 'guide', 0], // 2 − 2
    ['heads.community', { households: 200, stairwellHeads: 3 }, 'guide', 1], // 3 − 2
    ['organisations.urban', { socialOrganisations: 11 }, 'pass', 1], // 11 − 10
    ['organisations.rural', { kind: 'rural', socialOrganisations: 6 }, 'pass', 1], // 6 − 5
    ['volunteerTeams.urban', { volunteerTeams: 4 }, 'pass', 1], // 4 − 3
    ['volunteerTeams.rural', { kind: 'rural', volunteerTeams: 2 }, 'pass', 1], // 2 − 1
    ['sportsInstructor', { sportsInstructors: 2 }, 'pass', 1], // 2 − 1
    ['police', { police: 2 }, 'pass', 1], // 2 − 1
    ['counsellor', {}, 'unknown', null], // nobody says
    ['legalAdviser', { indicator21: true }, 'pass', null], // asked: yes; given: yes
    ['legalAdviser', {}, 'unknown', null], // nobody says
    ['emergencyTeam', { indicator22: false }, 'fail', null], // asked: yes; given: no
    ['emergencyTeam', {}, 'unknown', null], // nobody says
    ['national.households', { households: 1001 }, 'pass', 1], // 1,001 − 1,000
    ['national.households', { households: 2999 }, 'pass', 1], // 3,000 − 2,999
  ]);
  goldenCompounds(xian, [
    ['rooms.ledger', { completed: '2012', dwellings: 1000, roomsSquareMetres: 301 }, 'pass', 1], // 301 − 300
    ['rooms.plannedCompound', { planned: '2024', dwellings: 3000, roomsSquareMetres: 899 }, 'fail', -1], // 30 × 30 = 900; 899 − 900
    ['rooms.plannedCompound', { planned: '2024', dwellings: 3000, roomsSquareMetres: 901 }, 'pass', 1], // 901 − 900
    ['rooms.plannedSmall', { planned: '2024', dwellings: 2000, roomsSquareMetres: 599 }, 'fail', -1], // 599 − 600
    ['rooms.plannedSmall', { planned: '2024', dwellings: 2000, roomsSquareMetres: 600 }, 'pass', 0], // 600 − 600
    ['rooms.plannedSmall', { planned: '2024', dwellings: 2000, roomsSquareMetres: 601 }, 'pass', 1], // 601 − 600
    ['stationHead', { stationHeads: 2 }, 'pass', 1], // 2 − 1
  ]);
});

describe('what the city’s plan asks where the later paper asks otherwise', () => {
  golden(plan, [
    ['size.households', { households: 999 }, 'fail', -1], // 999 − 1,000
    ['size.households', { households: 1000 }, 'pass', 0], // 1,000 − 1,000
    ['size.households', { households: 1001 }, 'pass', 1], // 1,001 − 1,000
    ['size.households', { households: 4999 }, 'pass', 1], // 5,000 − 4,999
    ['size.households', { households: 5000 }, 'pass', 0], // 5,000 − 5,000
    ['size.households', { households: 5001 }, 'fail', -1], // 5,000 − 5,001
    ['size.people', { people: 2999 }, 'fail', -1], // 2,999 − 3,000
    ['size.people', { people: 3000 }, 'unknown', null], // reaches the lower figure; the upper one is masked
    ['size.people', { people: 3001 }, 'unknown', null], // likewise
    ['rooms.per100', { newBuild: true, households: 1000, floorAreaSquareMetres: 299 }, 'fail', -1], // 10 × 30 = 300; 299 − 300
    ['rooms.per100', { newBuild: true, households: 1000, floorAreaSquareMetres: 300 }, 'pass', 0], // 300 − 300
    ['rooms.per100', { newBuild: true, households: 1000, floorAreaSquareMetres: 301 }, 'pass', 1], // 301 − 300
    ['plaza.area', { plazaSquareMetres: 999 }, 'guide', -1], // 999 − 1,000: judged for the city only
    ['plaza.area', { plazaSquareMetres: 1000 }, 'guide', 0], // 1,000 − 1,000
    ['plaza.area', { plazaSquareMetres: 1001 }, 'guide', 1], // 1,001 − 1,000
    ['rooms.activityShare', { floorAreaSquareMetres: 1000, activityAreaSquareMetres: 599 }, 'guide', -0.1], // 59.9 − 60: judged for the city only
    ['rooms.activityShare', { floorAreaSquareMetres: 1000, activityAreaSquareMetres: 600 }, 'guide', 0], // 60 − 60
    ['rooms.activityShare', { floorAreaSquareMetres: 1000, activityAreaSquareMetres: 601 }, 'guide', 0.1], // 60.1 − 60
    ['workers.need', { people: 10000, workers: 17 }, 'guide', -1], // 17 − 18: judged for the city only
    ['workers.need', { people: 10000, workers: 18 }, 'guide', 0], // 18 − 18
    ['workers.need', { people: 10000, workers: 19 }, 'guide', 1], // 19 − 18
  ]);
});

describe('the province', () => {
  golden(shaanxi, [
    ['grids.rural', { kind: 'rural', villagersGroups: 6, grids: 5 }, 'guide', -1], // one for each group: 6; 5 is one away
    ['grids.rural', { kind: 'rural', villagersGroups: 6, grids: 7 }, 'guide', -1], // 7 is one away too
    ['environmentCommittee', { environmentCommittee: true }, 'pass', null], // asked: yes; given: yes
    ['environmentCommittee', {}, 'unknown', null], // nobody says
  ]);
});

describe('weihai: just within', () => {
  golden(weihai, [
    ['size.oneCommittee', { committees: 2 }, 'fail', -1], // 1 − 2
    ['size.newEstate', { newBuild: true, dwellings: 100, dwellingsOccupied: 50, committeeMembers: 0 }, 'fail', -1], // half lived in: 0 − 1
    ['size.newEstate', { newBuild: true, dwellings: 100, dwellingsOccupied: 50, committeeMembers: 1 }, 'pass', 0], // 1 − 1
    ['size.peoplePerHousehold', { households: 1000, people: 1199 }, 'guide', -0.001], // 1.199 − 1.2
    ['size.peoplePerHousehold', { households: 1000, people: 1200 }, 'guide', 0], // 1.2 − 1.2
    ['size.peoplePerHousehold', { households: 1000, people: 1201 }, 'guide', 0.001], // 1.201 − 1.2
    ['size.peoplePerHousehold', { households: 1000, people: 5000 }, 'guide', 0], // 5 − 5
    ['size.peoplePerHousehold', { households: 1000, people: 5001 }, 'guide', -0.001], // 5 − 5.001
    ['rooms.urbanNew', { newBuild: true, floorAreaSquareMetres: 1001 }, 'pass', 1], // 1,001 − 1,000
    ['rooms.rural', { kind: 'rural', floorAreaSquareMetres: 501 }, 'pass', 1], // 501 − 500
    ['workers.need', { households: 1200, workers: 2 }, 'guide', -1], // 1,200 / 400 = 3; 2 − 3: pooled in the district
    ['workers.need', { households: 1200, workers: 3 }, 'guide', 0], // 3 − 3
    ['workers.need', { households: 2400, workers: 7 }, 'guide', 1], // 2,400 / 400 = 6, / 300 = 8; 7 − 6
    ['workers.need', { households: 1200, workers: 4 }, 'guide', 0], // 1,200 / 300 = 4; 4 − 4
    ['workers.need', { households: 1200, workers: 5 }, 'guide', -1], // 4 − 5
    ['environmentCommittee', {}, 'unknown', null], // nobody says
    ['money.workFunds', { households: 2000, workFundsYuan: 72_001 }, 'pass', 1], // 2 × 36,000 = 72,000; 72,001 − 72,000
    ['money.workFunds', { households: 1000, workFundsYuan: 60_001 }, 'pass', 1], // 36,000 is less than 60,000; 60,001 − 60,000
    ['money.partyFund', { partyFundYuan: 200_001 }, 'pass', 1], // 200,001 − 200,000
  ]);
  goldenCompounds(weihai, [
    ['compound.newEstate', { dwellings: 200, dwellingsOccupied: 100 }, 'unknown', null], // half lived in, whether it has a committee not known
  ]);
});
