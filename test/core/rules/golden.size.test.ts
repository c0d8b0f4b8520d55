/** Boundary and size (policy sheet §1, §2). */
import { describe } from 'vitest';
import { known } from '../../../src/core/rules/fact.ts';
import { golden, resolved } from './golden.ts';

const xian = resolved('xian', ['national']);

describe('xian: households', () => {
  golden(xian, [
    ['size.households', { households: 999 }, 'fail', -1], // 999 − 1,000
    ['size.households', { households: 1000 }, 'pass', 0], // the figure itself is in range
    ['size.households', { households: 1001 }, 'pass', 1], // 1,001 − 1,000 = 1; 5,000 − 1,001 = 3,999
    ['size.households', { households: 4999 }, 'pass', 1], // 5,000 − 4,999
    ['size.households', { households: 5000 }, 'pass', 0], // the figure itself
    ['size.households', { households: 5001 }, 'fail', -1], // 5,000 − 5,001
    ['size.households', { households: 3500 }, 'pass', 1500], // nearer side: 5,000 − 3,500 = 1,500 < 2,500
    ['size.households', { kind: 'rural', households: 999 }, 'fail', -1], // the band is for urban and rural
    ['size.households', {}, 'unknown', null], // no count at all
    ['size.households', { people: 8000 }, 'unknown', null], // people do not stand in for this finding
    ['size.households', { householdsRegistered: 999 }, 'fail', -1, { basis: 'registered' }], // nothing else loaded: 户籍口径
    ['size.households', { householdsRegistered: 5001 }, 'fail', -1, { basis: 'registered' }], // 5,000 − 5,001
    ['size.households', { households: 1200, householdsRegistered: 700 }, 'pass', 200, { basis: 'resident' }], // residents first: 1,200 − 1,000
    ['size.households', { dwellings: 3000 }, 'unknown', null], // dwellings are no households for size
    ['size.households', { households: -5 }, 'unknown', null], // a negative count says nothing
    ['size.households', { households: 1500.5 }, 'unknown', null], // half a household says nothing either
    ['size.households', { households: known(1500, { asOf: '2025-12' }) }, 'pass', 500, { asOf: '2025-12' }], // 1,500 − 1,000, with the data's date
    ['size.households', { households: 300, state: 'demolished' }, 'guide', -700], // 300 − 1,000: integrate on resettlement
    ['size.households', { households: 300, state: 'partlyResettled' }, 'guide', -700], // likewise
    ['size.households', { households: 999, state: 'toBeDemolished' }, 'guide', -1], // 999 − 1,000
    ['size.households', { households: 999, state: 'underConstruction' }, 'guide', -1], // likewise
    ['size.households', { households: 5001, state: 'demolished' }, 'fail', -1], // the state excuses small ones only
    ['size.households', { households: 999, state: 'converting' }, 'fail', -1], // a village conversion is no plan-ahead state
    ['size.households', { households: 999, state: null }, 'fail', -1], // no state known: nothing is excused
  ]);
});

describe('xian: people', () => {
  golden(xian, [
    ['size.people', { people: 4999 }, 'fail', -1], // 4,999 − 5,000
    ['size.people', { people: 5000 }, 'pass', 0], // 5,000 ≤ 5,000 ≤ 15,000; 5,000 − 5,000 = 0
    ['size.people', { people: 5001 }, 'pass', 1], // 5,000 ≤ 5,001 ≤ 15,000; 5,001 − 5,000 = 1
    ['size.people', { people: 14999 }, 'pass', 1], // 15,000 − 14,999
    ['size.people', { people: 15000 }, 'pass', 0], // 5,000 ≤ 15,000 ≤ 15,000; 15,000 − 15,000 = 0
    ['size.people', { people: 15001 }, 'fail', -1], // 15,000 − 15,001
    ['size.people', { households: 2000, people: 4000 }, 'fail', -1000], // its own finding though households are in range
    ['size.people', { peopleRegistered: 5000 }, 'pass', 0, { basis: 'registered' }], // 5,000 ≤ 5,000 ≤ 15,000; 5,000 − 5,000 = 0
    ['size.people', { households: 3000 }, 'unknown', null], // never derived from households
  ]);
});

describe('xian: suitable values, plausibility, planning ahead', () => {
  golden(xian, [
    ['size.suitableHouseholds', { households: 3499 }, 'guide', -1], // 3,499 − 3,500
    ['size.suitableHouseholds', { households: 3500 }, 'guide', 0], // 3,500 − 3,500 = 0, shown only
    ['size.suitableHouseholds', { households: 3501 }, 'guide', 1], // 3,501 − 3,500 = 1, shown only
    ['size.suitableHouseholds', { households: 9000 }, 'guide', 5500], // far off, and still no fail
    ['size.suitableHouseholds', {}, 'unknown', null], // households not known
    ['size.suitablePeople', { people: 9999 }, 'guide', -1], // 9,999 − 10,000
    ['size.suitablePeople', { people: 10000 }, 'guide', 0], // 10,000 − 10,000 = 0, shown only
    ['size.suitablePeople', { people: 10001 }, 'guide', 1], // 10,001 − 10,000 = 1, shown only
    ['size.peoplePerHousehold', { households: 1000, people: 1190 }, 'guide', -0.01], // 1.19 − 1.2
    ['size.peoplePerHousehold', { households: 1000, people: 1200 }, 'guide', 0], // 1.2
    ['size.peoplePerHousehold', { households: 1000, people: 5000 }, 'guide', 0], // 5
    ['size.peoplePerHousehold', { households: 1000, people: 40000 }, 'guide', -35], // 5 − 40
    ['size.peoplePerHousehold', { households: 0, people: 10 }, 'unknown', null], // nothing to divide by
    ['size.peoplePerHousehold', { households: 1000, peopleRegistered: 2600 }, 'unknown', null], // residents never by registered
    ['size.peoplePerHousehold', { householdsRegistered: 1000, peopleRegistered: 2600 }, 'guide', 1.4, { basis: 'registered' }], // 2.6 − 1.2 = 1.4 < 5 − 2.6
    ['size.expected', { state: 'demolished', householdsExpected: 999 }, 'guide', -1], // 999 − 1,000
    ['size.expected', { state: 'underConstruction', householdsExpected: 2600 }, 'guide', 1600], // 2,600 − 1,000
    ['size.expected', { state: 'demolished' }, 'unknown', null], // householdsExpected not known; 1,000 is asked all the same
    ['size.expected', { state: 'normal', householdsExpected: 2600 }, 'notApplicable', null], // asked only where state is demolished or partlyResettled or toBeDemolished or underConstruction; here normal
    ['size.occupancy', { dwellings: 2000, dwellingsOccupied: 1500 }, 'guide', null, { actual: 75 }], // 1,500 / 2,000
    ['size.staffUntilSplit', { households: 5001, workers: 20 }, 'guide', null, { actual: 20 }], // art. 6 sets no figure
    ['size.staffUntilSplit', { households: 5000, workers: 20 }, 'notApplicable', null], // 5,000 is in range
  ]);
});

describe('national reference, beside xian', () => {
  golden(xian, [
    ['national.households', { households: 999 }, 'fail', -1, { reference: true }], // 999 − 1,000
    ['national.households', { households: 1000 }, 'pass', 0], // 1,000 ≤ 1,000 ≤ 3,000; 1,000 − 1,000 = 0
    ['national.households', { households: 3000 }, 'pass', 0], // 1,000 ≤ 3,000 ≤ 3,000; 3,000 − 3,000 = 0
    ['national.households', { households: 3001 }, 'fail', -1], // 3,000 − 3,001, while Xi'an's band lets it pass
    ['size.households', { households: 3001 }, 'pass', 1999], // 5,000 − 3,001 = 1,999 < 2,001
    ['national.households', { households: 3001, kind: 'rural' }, 'notApplicable', null], // residents' committees are urban
    ['national.households', { kind: 'urban' }, 'unknown', null], // households not known; 1,000 is asked all the same
    ['national.households', { households: 2000, kind: null }, 'unknown', null], // urban or rural unknown
  ]);
});

describe('plan layer alone (XA145): the masked figure', () => {
  golden(resolved('xian-plan'), [
    ['size.people', { people: 2999 }, 'fail', -1], // 2,999 − 3,000
    ['size.people', { people: 3000 }, 'unknown', null], // above the lower figure; the upper one is masked
    ['size.people', { people: 90000 }, 'unknown', null], // nobody knows whether it is too many
  ]);
});

describe('weihai: size', () => {
  golden(resolved('weihai'), [
    ['size.suitableHouseholds', { households: 2999 }, 'guide', -1], // 2,999 − 3,000
    ['size.suitableHouseholds', { households: 3000 }, 'guide', 0], // 3,000 − 3,000 = 0, shown only
    ['size.suitableHouseholds', { households: 8000 }, 'guide', 5000], // no band: never a fail
    ['size.suitableHouseholds', { households: 3000, kind: 'rural' }, 'notApplicable', null], // asked only where kind is urban; here rural
    ['size.oneCommittee', { committees: 1 }, 'pass', 0], // 1 ≤ 1 ≤ 1; 1 − 1 = 0
    ['size.oneCommittee', { committees: 2 }, 'fail', -1], // 1 − 2
    ['size.oneCommittee', {}, 'unknown', null], // committees not known; 1 is asked all the same
    ['size.newEstate', { newBuild: true, dwellings: 1000, dwellingsOccupied: 499, committeeMembers: 0 }, 'notApplicable', null], // 49.9 % < 50 %
    ['size.newEstate', { newBuild: true, dwellings: 1000, dwellingsOccupied: 500, committeeMembers: 0 }, 'fail', -1], // 50 % counts; 0 − 1
    ['size.newEstate', { newBuild: true, dwellings: 1000, dwellingsOccupied: 500, committeeMembers: 0, attached: true }, 'guide', -1, { waived: true }], // 代管
    ['size.newEstate', { newBuild: true, dwellings: 1000, dwellingsOccupied: 501, committeeMembers: 5 }, 'pass', 4], // 5 − 1
    ['size.newEstate', { newBuild: true, committeeMembers: 5 }, 'unknown', null], // occupancy unknown
    ['size.newEstate', { newBuild: false, committeeMembers: 0 }, 'notApplicable', null], // asked only where newBuild is yes; here no
  ]);
});

describe('xian: boundary', () => {
  golden(xian, [
    ['boundary.pieces', { pieces: 1 }, 'pass', 0], // 1 − 1 = 0
    ['boundary.pieces', { pieces: 2 }, 'fail', -1], // 1 − 2
    ['boundary.pieces', { pieces: 2, piecesDeclared: true }, 'guide', -1, { waived: true }], // declared
    ['boundary.pieces', {}, 'unknown', null], // pieces not known
    ['boundary.contested', { contestedSquareMetres: 0 }, 'pass', 0], // 0 − 0 = 0
    ['boundary.contested', { contestedSquareMetres: 1 }, 'fail', -1], // 0 − 1
    ['boundary.contested', {}, 'unknown', null], // contestedSquareMetres not known
    ['boundary.subdistrict', { subdistricts: 1 }, 'pass', 0], // 1 − 1 = 0
    ['boundary.subdistrict', { subdistricts: 2 }, 'fail', -1], // 1 − 2 = −1
    ['boundary.district', { districts: 1 }, 'pass', 0], // 1 − 1 = 0
    ['boundary.district', { districts: 2 }, 'fail', -1], // 1 − 2 = −1
    ['boundary.managers', { managers: 1 }, 'pass', 0], // 1 − 1 = 0
    ['boundary.managers', { managers: 2 }, 'fail', -1], // 1 − 2 = −1
    ['boundary.manager', { zone: '' }, 'pass', null, { actual: 'district' }], // in no zone
    ['boundary.manager', { zone: '高新区', entrusted: true }, 'pass', null, { actual: 'zone' }], // asked: known; given: zone
    ['boundary.manager', { zone: '高新区', entrusted: false }, 'pass', null, { actual: 'district' }], // not entrusted: the district manages
    ['boundary.manager', { zone: '高新区' }, 'unknown', null], // entrusted or not: the city bureau rules
    ['boundary.fourLimits', { fourLimits: '东至…' }, 'pass', null], // asked: known; given: 东至…
    ['boundary.fourLimits', {}, 'unknown', null], // fourLimits not known
  ]);
});
