/** Beginnings of names that the executor makes up. No name of the supergraph begins like them, and no alias that is planned. */
export interface PrivateNames {
  /** Fields of the planner's supergraph: `executor_input_0`. */
  readonly input: string;
  /** Aliases of the planned operation: `executor_alias_0`. */
  readonly alias: string;
}

export function privateNames(supergraphSdl: string): PrivateNames {
  return { input: unusedIn(supergraphSdl, 'executor_input'), alias: unusedIn(supergraphSdl, 'executor_alias') };
}

function unusedIn(text: string, word: string): string {
  let prefix = `${word}_`;
  for (let n = 1; text.includes(prefix); n++) prefix = `${word}${n}_`;
  return prefix;
}
