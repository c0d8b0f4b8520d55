/** Rooms and plaza (policy sheet §3), grids (§5), circle (§6). */
import { describe } from 'vitest';
import { golden, goldenCompounds, resolved } from './golden.ts';

const xian = resolved('xian');
const weihai = resolved('weihai');

describe('xian: rooms', () => {
  golden(xian, [
    ['rooms.per100', { households: 1750, floorAreaSquareMetres: 524 }, 'fail', -1], // 1,750 / 100 × 30 = 525; 524 − 525
    ['rooms.per100', { households: 1750, floorAreaSquareMetres: 525 }, 'pass', 0],
    ['rooms.per100', { households: 1750, floorAreaSquareMetres: 526 }, 'pass', 1],
    ['rooms.per100', { households: 5411, floorAreaSquareMetres: 1180 }, 'fail', -443.3], // 54.11 × 30 = 1,623.3; 1,180 − 1,623.3
    ['rooms.per100', { households: 3000, kind: 'rural', floorAreaSquareMetres: 900 }, 'pass', 0], // 30 × 30 = 900, rural alike
    ['rooms.per100', { households: 3000 }, 'unknown', null], // area missing; 900 is owed all the same
    ['rooms.per100', { floorAreaSquareMetres: 900 }, 'unknown', null], // households missing
    ['rooms.per100', { householdsRegistered: 1000, floorAreaSquareMetres: 300 }, 'pass', 0, { basis: 'registered' }], // 10 × 30 = 300, 户籍口径
    ['rooms.per100', { state: 'underConstruction', households: 100, dwellings: 2000, floorAreaSquareMetres: 599 }, 'fail', -1, { basis: 'dwellings' }], // not yet lived in: 20 × 30 = 600
    ['rooms.per100', { state: 'underConstruction', householdsExpected: 2000, floorAreaSquareMetres: 600 }, 'pass', 0, { basis: 'expected' }], // 20 × 30 = 600
    ['rooms.per100', { state: 'demolished', households: 100, dwellings: 2000, floorAreaSquareMetres: 30 }, 'pass', 0, { basis: 'resident' }], // 1 × 30: only what is being built counts by dwellings
    ['rooms.newSmall', { newBuild: true, households: 1999, floorAreaSquareMetres: 599 }, 'fail', -1], // 599 − 600
    ['rooms.newSmall', { newBuild: true, households: 1999, floorAreaSquareMetres: 600 }, 'pass', 0],
    ['rooms.newSmall', { newBuild: true, households: 2000, floorAreaSquareMetres: 601 }, 'pass', 1], // 以下 includes 2,000
    ['rooms.newSmall', { newBuild: true, households: 2001, floorAreaSquareMetres: 500 }, 'notApplicable', null], // 2,001 > 2,000
    ['rooms.newSmall', { newBuild: false, households: 1500, floorAreaSquareMetres: 500 }, 'notApplicable', null], // an old one
    ['rooms.newSmall', { newBuild: null, households: 1500, floorAreaSquareMetres: 700 }, 'unknown', null], // new or old unknown
    ['rooms.newSmall', { newBuild: true, floorAreaSquareMetres: 700 }, 'unknown', null], // households unknown
    ['rooms.setUp', { newSetUp: true, households: 1500, floorAreaSquareMetres: 500 }, 'guide', -100], // 500 − 600, never a fail
    ['rooms.setUp', { newSetUp: false, households: 1500, floorAreaSquareMetres: 500 }, 'notApplicable', null],
    ['rooms.stricter', { newSetUp: true, households: 1500, floorAreaSquareMetres: 500 }, 'guide', -100, { bound: { min: 600, proposed: 600 } }], // max(15 × 30 = 450, 600) = 600
    ['rooms.stricter', { newSetUp: true, households: 3000, floorAreaSquareMetres: 1000 }, 'guide', 100, { bound: { min: 900, proposed: 900 } }], // 30 × 30 = 900; no other figure
    ['rooms.stricter', { newSetUp: true, floorAreaSquareMetres: 1000 }, 'unknown', null], // households missing
    ['rooms.stricter', { newSetUp: false, households: 3000, floorAreaSquareMetres: 1000 }, 'notApplicable', null],
    ['rooms.urban600', { floorAreaSquareMetres: 700, elderlyAreaSquareMetres: 101 }, 'guide', -1], // 700 − 101 = 599: judged for the city only
    ['rooms.urban600', { floorAreaSquareMetres: 700, elderlyAreaSquareMetres: 100 }, 'guide', 0], // 600
    ['rooms.urban600', { floorAreaSquareMetres: 700 }, 'unknown', null], // rooms for the elderly unknown
    ['rooms.urban600', { kind: 'rural', floorAreaSquareMetres: 700 }, 'notApplicable', null],
    ['rooms.rural250', { kind: 'rural', floorAreaSquareMetres: 249 }, 'guide', -1], // 249 − 250
    ['rooms.rural250', { kind: 'rural', floorAreaSquareMetres: 250 }, 'guide', 0],
    ['rooms.rural250', { floorAreaSquareMetres: 250 }, 'notApplicable', null],
    ['plaza.area', { plazaSquareMetres: 999 }, 'fail', -1], // per community: 999 − 1,000
    ['plaza.area', { plazaSquareMetres: 1000 }, 'pass', 0],
    ['plaza.area', { plazaSquareMetres: 1001, households: 5000 }, 'pass', 1], // not per 100 households
    ['plaza.area', { plazaSquareMetres: 999, kind: 'rural' }, 'fail', -1], // urban and rural
    ['plaza.area', {}, 'unknown', null],
    ['rooms.activityShare', { floorAreaSquareMetres: 1000, activityAreaSquareMetres: 599 }, 'fail', -0.1], // 59.9 % − 60 %
    ['rooms.activityShare', { floorAreaSquareMetres: 550, activityAreaSquareMetres: 330 }, 'pass', 0], // exactly 60 %
    ['rooms.activityShare', { floorAreaSquareMetres: 1000, activityAreaSquareMetres: 601 }, 'pass', 0.1],
    ['rooms.activityShare', { floorAreaSquareMetres: 0, activityAreaSquareMetres: 0 }, 'unknown', null], // no rooms, no share
    ['rooms.activityShare', { floorAreaSquareMetres: 1000 }, 'unknown', null],
    ['rooms.tenure', { tenure: 'rented' }, 'guide', null, { actual: 'rented' }],
    ['rooms.handover', { newBuild: true, handedOver: true }, 'pass', null],
    ['rooms.handover', { newBuild: true, handedOver: false }, 'fail', null],
    ['rooms.handover', { newBuild: false }, 'notApplicable', null],
    ['rooms.handover', { newBuild: true }, 'unknown', null],
  ]);
});

describe('weihai: rooms', () => {
  golden(weihai, [
    ['rooms.urbanBuilt', { floorAreaSquareMetres: 499 }, 'fail', -1], // 499 − 500
    ['rooms.urbanBuilt', { floorAreaSquareMetres: 500 }, 'pass', 0],
    ['rooms.urbanBuilt', { floorAreaSquareMetres: 501 }, 'pass', 1],
    ['rooms.urbanBuilt', { newBuild: true, floorAreaSquareMetres: 499 }, 'notApplicable', null],
    ['rooms.urbanNew', { newBuild: true, floorAreaSquareMetres: 999 }, 'fail', -1], // 999 − 1,000
    ['rooms.urbanNew', { newBuild: true, floorAreaSquareMetres: 1000 }, 'pass', 0],
    ['rooms.urbanNew', { floorAreaSquareMetres: 999 }, 'notApplicable', null],
    ['rooms.urbanNew', { newBuild: null, floorAreaSquareMetres: 999 }, 'unknown', null],
    ['rooms.rural', { kind: 'rural', floorAreaSquareMetres: 499 }, 'fail', -1], // 499 − 500
    ['rooms.rural', { kind: 'rural', floorAreaSquareMetres: 500 }, 'pass', 0],
    ['rooms.rural', { floorAreaSquareMetres: 400 }, 'notApplicable', null],
    ['rooms.per100', { households: 2500, floorAreaSquareMetres: 749 }, 'fail', -1], // always too: 25 × 30 = 750
    ['rooms.per100', { households: 2500, floorAreaSquareMetres: 750 }, 'pass', 0],
    ['rooms.per100', { kind: 'rural', households: 2500, floorAreaSquareMetres: 751 }, 'pass', 1],
  ]);
});

describe('xian: compounds', () => {
  goldenCompounds(xian, [
    ['rooms.ledger', { completed: '2011-02', dwellings: 1000, roomsSquareMetres: 0 }, 'fail', -300], // from 1 February 2011: 10 × 30 = 300
    ['rooms.ledger', { completed: '2011-01-31', dwellings: 1000, roomsSquareMetres: 0 }, 'notApplicable', null], // a day too early
    ['rooms.ledger', { completed: '2011-02-01', dwellings: 1000, roomsSquareMetres: 300 }, 'pass', 0],
    ['rooms.ledger', { completed: '2011', dwellings: 1000, roomsSquareMetres: 0 }, 'unknown', null], // January or later?
    ['rooms.ledger', { completed: '2012', dwellings: 1000, roomsSquareMetres: 299 }, 'fail', -1], // 299 − 300
    ['rooms.ledger', { dwellings: 1000, roomsSquareMetres: 299 }, 'unknown', null],
    ['rooms.plannedCompound', { planned: '2023-11-30', dwellings: 3000, roomsSquareMetres: 0 }, 'notApplicable', null],
    ['rooms.plannedCompound', { planned: '2023-12-01', dwellings: 3000, roomsSquareMetres: 899 }, 'fail', -1], // 30 × 30 = 900
    ['rooms.plannedCompound', { planned: '2023-12', dwellings: 3000, roomsSquareMetres: 900 }, 'pass', 0],
    ['rooms.plannedSmall', { planned: '2024-05', dwellings: 2000, roomsSquareMetres: 599 }, 'fail', -1], // 599 − 600
    ['rooms.plannedSmall', { planned: '2024-05', dwellings: 2001, roomsSquareMetres: 599 }, 'notApplicable', null],
    ['heads.compound', { households: 250, stairwellHeads: 2 }, 'fail', -0.5], // 2.5 heads pro rata: two are too few
    ['heads.compound', { households: 250, stairwellHeads: 3 }, 'pass', 0.5],
    ['heads.compound', { households: 300, stairwellHeads: 3 }, 'pass', 0],
    ['heads.compound', { stairwellHeads: 3 }, 'unknown', null],
    ['stationHead', { stationHeads: 0 }, 'fail', -1],
    ['stationHead', { stationHeads: 1 }, 'pass', 0],
    ['compound.partyBranch', { partyMembersCount: 2, partyBranch: false }, 'notApplicable', null], // three or more
    ['compound.partyBranch', { partyMembersCount: 3, partyBranch: false }, 'fail', null],
    ['compound.partyBranch', { partyMembersCount: 3, partyBranch: true }, 'pass', null],
    ['compound.partyBranch', { partyMembersCount: 3 }, 'unknown', null],
  ]);
  goldenCompounds(weihai, [
    ['compound.newEstate', { dwellings: 200, dwellingsOccupied: 99, committeeFormed: false }, 'notApplicable', null], // 49.5 %
    ['compound.newEstate', { dwellings: 200, dwellingsOccupied: 100, committeeFormed: false }, 'fail', null], // 50 %
    ['compound.newEstate', { dwellings: 200, dwellingsOccupied: 100, committeeFormed: false, attached: true }, 'guide', null],
  ]);
});

describe('grids and circle', () => {
  golden(xian, [
    ['grids.urban', { households: 449, grids: 1 }, 'guide', 0, { bound: { value: 1, proposed: 1 } }], // 449 / 300 = 1.497 → 1
    ['grids.urban', { households: 450, grids: 1 }, 'guide', -1, { bound: { value: 2, proposed: 2 } }], // 1.5 → 2
    ['grids.urban', { households: 4501, grids: 16 }, 'guide', 1, { bound: { value: 15, proposed: 15 } }], // 15.003 → 15
    ['grids.urban', { households: 20, grids: 1 }, 'guide', 0, { bound: { value: 1, proposed: 1 } }], // 0.07 → 0, at least 1
    ['grids.urban', { households: 3000 }, 'unknown', null, { bound: { value: 10, proposed: 10 } }], // 10 are needed, none recorded
    ['grids.urban', { kind: 'rural', households: 3000, grids: 10 }, 'notApplicable', null],
    ['grids.rural', { kind: 'rural', villagersGroups: 6, grids: 5 }, 'guide', -1], // by villagers' group
    ['grids.rural', { kind: 'rural', villagersGroups: 6, grids: 6 }, 'guide', 0],
    ['grids.rural', { grids: 6 }, 'notApplicable', null],
    ['circle.urban', { circleSharePercent: 89.9 }, 'guide', null, { actual: false, basis: 'reach' }], // under 90 % of households
    ['circle.urban', { circleSharePercent: 90 }, 'guide', null, { actual: true, basis: 'reach' }],
    ['circle.urban', { indicator18: true }, 'guide', null, { actual: true, basis: 'declared' }], // nothing measured
    ['circle.urban', {}, 'unknown', null],
    ['circle.rural', { kind: 'rural', indicator19: false }, 'guide', null, { actual: false }],
    ['circle.rural', { kind: 'rural', indicator18: true }, 'unknown', null], // the urban row does not answer for it
    ['circle.rural', { circleSharePercent: 95 }, 'notApplicable', null],
  ]);
});
