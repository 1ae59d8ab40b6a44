/** Chances that are the same for the same seed. */
export interface Dice {
  /** A number from 0 up to 1. */
  roll(): number;
  chance(probability: number): boolean;
  /** A whole number from 0 up to `count`. */
  below(count: number): number;
  pick<T>(choices: readonly T[]): T;
}

/** `seed` may be any text, for example the place that the chances are for. */
export function createDice(seed: string): Dice {
  let state = 2_166_136_261;
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 16_777_619);
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number) => Math.floor(roll() * count);
  return {
    roll,
    below,
    chance: (probability) => roll() < probability,
    pick(choices) {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new Error('There is nothing to pick from.');
      return choice;
    },
  };
}
