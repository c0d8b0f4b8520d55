/** Rooms and plaza (policy sheet §3), grids (§5), circle (§6). */
import { describe } from 'vitest';
import { golden, goldenCompounds, resolved } from './golden.ts';

const xian = resolved('xian');
const weihai = resolved('weihai');

describe('xian: rooms', () => {
  golden(xian, [
    ['rooms.per100', { households: 1750, floorAreaSquareMetres: 524 }, 'fail', -1], // 1,750 / 100 × 30 = 525; 524 − 525
    ['rooms.per100', { households: 1750, floorAreaSquareMetres: 525 }, 'pass', 0], // 525 − 525 = 0 (1,750 / 100 × 30)
    ['rooms.per100', { households: 1750, floorAreaSquareMetres: 526 }, 'pass', 1], // 526 − 525 = 1 (1,750 / 100 × 30)
    ['rooms.per100', { households: 5411, floorAreaSquareMetres: 1180 }, 'fail', -443.3], // 54.11 × 30 = 1,623.3; 1,180 − 1,623.3
    ['rooms.per100', { households: 3000, kind: 'rural', floorAreaSquareMetres: 900 }, 'pass', 0], // 30 × 30 = 900, rural alike
    ['rooms.per100', { households: 3000 }, 'unknown', null], // area missing; 900 is owed all the same
    ['rooms.per100', { floorAreaSquareMetres: 900 }, 'unknown', null], // households missing
    ['rooms.per100', { householdsRegistered: 1000, floorAreaSquareMetres: 300 }, 'pass', 0, { basis: 'registered' }], // 10 × 30 = 300, 户籍口径
    ['rooms.per100', { state: 'underConstruction', households: 100, dwellings: 2000, floorAreaSquareMetres: 599 }, 'fail', -1, { basis: 'dwellings' }], // not yet lived in: 20 × 30 = 600
    ['rooms.per100', { state: 'underConstruction', householdsExpected: 2000, floorAreaSquareMetres: 600 }, 'pass', 0, { basis: 'expected' }], // 20 × 30 = 600
    ['rooms.per100', { state: 'demolished', households: 100, dwellings: 2000, floorAreaSquareMetres: 30 }, 'pass', 0, { basis: 'resident' }], // 1 × 30: only what is being built counts by dwellings
    ['rooms.newSmall', { newBuild: true, households: 1999, floorAreaSquareMetres: 599 }, 'fail', -1], // 599 − 600
    ['rooms.newSmall', { newBuild: true, households: 1999, floorAreaSquareMetres: 600 }, 'pass', 0], // 600 − 600 = 0
    ['rooms.newSmall', { newBuild: true, households: 2000, floorAreaSquareMetres: 601 }, 'pass', 1], // 以下 includes 2,000
    ['rooms.newSmall', { newBuild: true, households: 2001, floorAreaSquareMetres: 500 }, 'notApplicable', null], // 2,001 > 2,000
    ['rooms.newSmall', { newBuild: false, households: 1500, floorAreaSquareMetres: 500 }, 'notApplicable', null], // an old one
    ['rooms.newSmall', { newBuild: null, households: 1500, floorAreaSquareMetres: 700 }, 'unknown', null], // new or old unknown
    ['rooms.newSmall', { newBuild: true, floorAreaSquareMetres: 700 }, 'unknown', null], // households unknown
    ['rooms.setUp', { newSetUp: true, households: 1500, floorAreaSquareMetres: 500 }, 'guide', -100], // 500 − 600, never a fail
    ['rooms.setUp', { newSetUp: false, households: 1500, floorAreaSquareMetres: 500 }, 'notApplicable', null], // asked only where newSetUp is yes; here no
    ['rooms.stricter', { newSetUp: true, households: 1500, floorAreaSquareMetres: 500 }, 'guide', -100, { bound: { min: 600, proposed: 600 } }], // max(15 × 30 = 450, 600) = 600
    ['rooms.stricter', { newSetUp: true, households: 3000, floorAreaSquareMetres: 1000 }, 'guide', 100, { bound: { min: 900, proposed: 900 } }], // 30 × 30 = 900; no other figure
    ['rooms.stricter', { newSetUp: true, floorAreaSquareMetres: 1000 }, 'unknown', null], // households missing
    ['rooms.stricter', { newSetUp: false, households: 3000, floorAreaSquareMetres: 1000 }, 'notApplicable', null], // asked only where newSetUp is yes; here no
    ['rooms.urban600', { floorAreaSquareMetres: 700, elderlyAreaSquareMetres: 101 }, 'guide', -1], // 700 − 101 = 599: judged for the city only
    ['rooms.urban600', { floorAreaSquareMetres: 700, elderlyAreaSquareMetres: 100 }, 'guide', 0], // 600
    ['rooms.urban600', { floorAreaSquareMetres: 700 }, 'unknown', null], // rooms for the elderly unknown
    ['rooms.urban600', { kind: 'rural', floorAreaSquareMetres: 700 }, 'notApplicable', null], // asked only where kind is urban; here rural
    ['rooms.rural250', { kind: 'rural', floorAreaSquareMetres: 249 }, 'guide', -1], // 249 − 250
    ['rooms.rural250', { kind: 'rural', floorAreaSquareMetres: 250 }, 'guide', 0], // 250 − 250 = 0, shown only
    ['rooms.rural250', { floorAreaSquareMetres: 250 }, 'notApplicable', null], // asked only where kind is rural; here urban
    ['plaza.area', { plazaSquareMetres: 999 }, 'fail', -1], // per community: 999 − 1,000
    ['plaza.area', { plazaSquareMetres: 1000 }, 'pass', 0], // 1,000 − 1,000 = 0
    ['plaza.area', { plazaSquareMetres: 1001, households: 5000 }, 'pass', 1], // not per 100 households
    ['plaza.area', { plazaSquareMetres: 999, kind: 'rural' }, 'fail', -1], // urban and rural
    ['plaza.area', {}, 'unknown', null], // plazaSquareMetres not known; 1,000 is asked all the same
    ['rooms.activityShare', { floorAreaSquareMetres: 1000, activityAreaSquareMetres: 599 }, 'fail', -0.1], // 59.9 % − 60 %
    ['rooms.activityShare', { floorAreaSquareMetres: 550, activityAreaSquareMetres: 330 }, 'pass', 0], // exactly 60 %
    ['rooms.activityShare', { floorAreaSquareMetres: 1000, activityAreaSquareMetres: 601 }, 'pass', 0.1], // 60.1 − 60 = 0.1
    ['rooms.activityShare', { floorAreaSquareMetres: 0, activityAreaSquareMetres: 0 }, 'unknown', null], // no rooms, no share
    ['rooms.activityShare', { floorAreaSquareMetres: 1000 }, 'unknown', null], // activityAreaSquareMetres not known; 60 is asked all the same
    ['rooms.tenure', { tenure: 'rented' }, 'guide', null, { actual: 'rented' }], // rented: shown, nothing is asked
    ['rooms.handover', { newBuild: true, handedOver: true }, 'pass', null], // asked: yes; given: yes
    ['rooms.handover', { newBuild: true, handedOver: false }, 'fail', null], // asked: yes; given: no
    ['rooms.handover', { newBuild: false }, 'notApplicable', null], // asked only where newBuild is yes; here no
    ['rooms.handover', { newBuild: true }, 'unknown', null], // handedOver not known
  ]);
});

describe('weihai: rooms', () => {
  golden(weihai, [
    ['rooms.urbanBuilt', { floorAreaSquareMetres: 499 }, 'fail', -1], // 499 − 500
    ['rooms.urbanBuilt', { floorAreaSquareMetres: 500 }, 'pass', 0], // 500 − 500 = 0
    ['rooms.urbanBuilt', { floorAreaSquareMetres: 501 }, 'pass', 1], // 501 − 500 = 1
    ['rooms.urbanBuilt', { newBuild: true, floorAreaSquareMetres: 499 }, 'notApplicable', null], // asked only where newBuild is no; here yes
    ['rooms.urbanNew', { newBuild: true, floorAreaSquareMetres: 999 }, 'fail', -1], // 999 − 1,000
    ['rooms.urbanNew', { newBuild: true, floorAreaSquareMetres: 1000 }, 'pass', 0], // 1,000 − 1,000 = 0
    ['rooms.urbanNew', { floorAreaSquareMetres: 999 }, 'notApplicable', null], // asked only where newBuild is yes; here no
    ['rooms.urbanNew', { newBuild: null, floorAreaSquareMetres: 999 }, 'unknown', null], // newBuild not known; 1,000 is asked all the same
    ['rooms.rural', { kind: 'rural', floorAreaSquareMetres: 499 }, 'fail', -1], // 499 − 500
    ['rooms.rural', { kind: 'rural', floorAreaSquareMetres: 500 }, 'pass', 0], // 500 − 500 = 0
    ['rooms.rural', { floorAreaSquareMetres: 400 }, 'notApplicable', null], // asked only where kind is rural; here urban
    ['rooms.per100', { households: 2500, floorAreaSquareMetres: 749 }, 'fail', -1], // always too: 25 × 30 = 750
    ['rooms.per100', { households: 2500, floorAreaSquareMetres: 750 }, 'pass', 0], // 750 − 750 = 0 (2,500 / 100 × 30)
    ['rooms.per100', { kind: 'rural', households: 2500, floorAreaSquareMetres: 751 }, 'pass', 1], // 751 − 750 = 1 (2,500 / 100 × 30)
  ]);
});

describe('xian: compounds', () => {
  goldenCompounds(xian, [
    ['rooms.ledger', { completed: '2011-02', dwellings: 1000, roomsSquareMetres: 0 }, 'fail', -300], // from 1 February 2011: 10 × 30 = 300
    ['rooms.ledger', { completed: '2011-01-31', dwellings: 1000, roomsSquareMetres: 0 }, 'notApplicable', null], // a day too early
    ['rooms.ledger', { completed: '2011-02-01', dwellings: 1000, roomsSquareMetres: 300 }, 'pass', 0], // 300 − 300 = 0 (1,000 / 100 × 30)
    ['rooms.ledger', { completed: '2011', dwellings: 1000, roomsSquareMetres: 0 }, 'unknown', null], // January or later?
    ['rooms.ledger', { completed: '2012', dwellings: 1000, roomsSquareMetres: 299 }, 'fail', -1], // 299 − 300
    ['rooms.ledger', { dwellings: 1000, roomsSquareMetres: 299 }, 'unknown', null], // completed not known; 300 is asked all the same
    ['rooms.plannedCompound', { planned: '2023-11-30', dwellings: 3000, roomsSquareMetres: 0 }, 'notApplicable', null], // asked only where planned on or after 2023-12-01; here 2023-11-30
    ['rooms.plannedCompound', { planned: '2023-12-01', dwellings: 3000, roomsSquareMetres: 899 }, 'fail', -1], // 30 × 30 = 900
    ['rooms.plannedCompound', { planned: '2023-12', dwellings: 3000, roomsSquareMetres: 900 }, 'pass', 0], // 900 − 900 = 0 (3,000 / 100 × 30)
    ['rooms.plannedSmall', { planned: '2024-05', dwellings: 2000, roomsSquareMetres: 599 }, 'fail', -1], // 599 − 600
    ['rooms.plannedSmall', { planned: '2024-05', dwellings: 2001, roomsSquareMetres: 599 }, 'notApplicable', null], // asked only where plannedDwellings ≤ 2,000; here 2,001
    ['heads.compound', { households: 250, stairwellHeads: 2 }, 'fail', -0.5], // 2.5 heads pro rata: two are too few
    ['heads.compound', { households: 250, stairwellHeads: 3 }, 'pass', 0.5], // 3 − 2.5 = 0.5 (250 / 100 × 1, up)
    ['heads.compound', { households: 300, stairwellHeads: 3 }, 'pass', 0], // 3 − 3 = 0 (300 / 100 × 1, up)
    ['heads.compound', { stairwellHeads: 3 }, 'unknown', null], // households not known
    ['stationHead', { stationHeads: 0 }, 'fail', -1], // 0 − 1 = −1
    ['stationHead', { stationHeads: 1 }, 'pass', 0], // 1 − 1 = 0
    ['compound.partyBranch', { partyMembersCount: 2, partyBranch: false }, 'notApplicable', null], // three or more
    ['compound.partyBranch', { partyMembersCount: 3, partyBranch: false }, 'fail', null], // asked: yes; given: no
    ['compound.partyBranch', { partyMembersCount: 3, partyBranch: true }, 'pass', null], // asked: yes; given: yes
    ['compound.partyBranch', { partyMembersCount: 3 }, 'unknown', null], // partyBranch not known
  ]);
  goldenCompounds(weihai, [
    ['compound.newEstate', { dwellings: 200, dwellingsOccupied: 99, committeeFormed: false }, 'notApplicable', null], // 49.5 %
    ['compound.newEstate', { dwellings: 200, dwellingsOccupied: 100, committeeFormed: false }, 'fail', null], // 50 %
    ['compound.newEstate', { dwellings: 200, dwellingsOccupied: 100, committeeFormed: false, attached: true }, 'guide', null], // asked: yes; given: no, shown only
  ]);
});

describe('grids and circle', () => {
  golden(xian, [
    ['grids.urban', { households: 449, grids: 1 }, 'guide', 0, { bound: { value: 1, proposed: 1 } }], // 449 / 300 = 1.497 → 1
    ['grids.urban', { households: 450, grids: 1 }, 'guide', -1, { bound: { value: 2, proposed: 2 } }], // 1.5 → 2
    ['grids.urban', { households: 4501, grids: 16 }, 'guide', 1, { bound: { value: 15, proposed: 15 } }], // 15.003 → 15
    ['grids.urban', { households: 20, grids: 1 }, 'guide', 0, { bound: { value: 1, proposed: 1 } }], // 0.07 → 0, at least 1
    ['grids.urban', { households: 3000 }, 'unknown', null, { bound: { value: 10, proposed: 10 } }], // 10 are needed, none recorded
    ['grids.urban', { kind: 'rural', households: 3000, grids: 10 }, 'notApplicable', null], // asked only where kind is urban; here rural
    ['grids.rural', { kind: 'rural', villagersGroups: 6, grids: 5 }, 'guide', -1], // by villagers' group
    ['grids.rural', { kind: 'rural', villagersGroups: 6, grids: 6 }, 'guide', 0], // 6 is what is due: 6
    ['grids.rural', { grids: 6 }, 'notApplicable', null], // asked only where kind is rural; here urban
    ['circle.urban', { circleSharePercent: 89.9 }, 'guide', null, { actual: false, basis: 'reach' }], // under 90 % of households
    ['circle.urban', { circleSharePercent: 90 }, 'guide', null, { actual: true, basis: 'reach' }], // asked: yes; given: yes, shown only
    ['circle.urban', { indicator18: true }, 'guide', null, { actual: true, basis: 'declared' }], // nothing measured
    ['circle.urban', {}, 'unknown', null], // circleSharePercent, indicator18 not known
    ['circle.rural', { kind: 'rural', indicator19: false }, 'guide', null, { actual: false }], // asked: yes; given: no, shown only
    ['circle.rural', { kind: 'rural', indicator18: true }, 'unknown', null], // the urban row does not answer for it
    ['circle.rural', { circleSharePercent: 95 }, 'notApplicable', null], // asked only where kind is rural; here urban
  ]);
});
