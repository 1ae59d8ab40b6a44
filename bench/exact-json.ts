import { coerceVariables, parseExactly } from '@agora/executor';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { round, type Row } from './table.ts';

const VALUES = 300_000;
const ROUNDS = 20;
const WITHOUT = `[${'1,'.repeat(VALUES)}1]`;
const WITH = `[${'1,'.repeat(VALUES)}9007199254740993]`;

/**
 * What it costs that numbers keep their text, in a large message of somebody who is not known yet: beside `JSON.parse` alone, and
 * beside a reviver that looks at each value, which is the way that must stay the slower one.
 */
export function benchExactJson(): Row[] {
  return [
    beside('a message without a long number', WITHOUT, () => parseExactly(WITHOUT)),
    beside('a message with one', WITH, () => parseExactly(WITH)),
    beside('variables that no type has a place for', WITHOUT, variablesOf(WITHOUT)),
  ];
}

function beside(what: string, text: string, ours: () => unknown): Row {
  const reviver = meanCpu(() => JSON.parse(text, (_, value: unknown) => value));
  const floor = meanCpu(() => JSON.parse(text));
  const own = meanCpu(ours);
  return { what, 'CPU ms': round(own), 'JSON.parse': round(floor), 'with a reviver': round(reviver), 'of that': round(own / reviver, 2) };
}

function variablesOf(text: string): () => unknown {
  const schema = buildSchema('type Query { take(id: ID): Int }');
  const operation = getOperationAST(parse('query ($id: ID) { take(id: $id) }'));
  const variables = { id: JSON.parse(text) };
  return () => operation && coerceVariables(schema, operation, variables);
}

/** Milliseconds of this process, in the mean of some rounds: the system counts in larger steps than one takes. */
function meanCpu(work: () => unknown): number {
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) work();
  return process.cpuUsage(before).user / 1000 / ROUNDS;
}
