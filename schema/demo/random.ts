/** Draws that are the same for the same seed, whoever asks and however often: mulberry32, which has no package. */
export interface Random {
  /** 0 to `below` − 1. */
  number(below: number): number;
  one<Value>(values: readonly Value[]): Value;
  /** By how much each weighs. */
  weighed<Value>(values: readonly Value[], weightOf: (value: Value) => number): Value;
}

export function randomOf(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (below: number) => Math.floor(next() * below);
  return {
    number,
    one: (values) => given(values[number(values.length)]),
    weighed(values, weightOf) {
      let left = next() * values.reduce((sum, value) => sum + weightOf(value), 0);
      return given(values.find((value) => (left -= weightOf(value)) < 0) ?? values.at(-1));
    },
  };
}

function given<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('There is nothing to choose from.');
  return value;
}
