import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { formsHere, type House, startHouse } from '../house.ts';
import { brokenParts, errorLines, fuzzDoor } from './fuzz/fuzz-door.ts';
import { underAttack } from './under-attack.ts';

const SEED = 8;
/** `npm run fuzz:door` sends 10,000. */
const CASES = 750;

describe.each(formsHere())('%s', (form) => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse(form);
  }, 240_000);
  afterAll(() => house?.stop());

  test('hostile headers, bodies, extensions and frames are the fault of who sends them, and hurt nobody', async () => {
    await underAttack(house, async () => expect(await fuzzDoor(house, { seed: SEED, from: 0, cases: CASES })).toEqual([]));
    expect(errorLines(house)).toEqual([]);
    expect(await brokenParts(house)).toBeNull();
  }, 600_000);
});
