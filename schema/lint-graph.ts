import { readFile } from 'node:fs/promises';
import { Supergraph } from '@apollo/federation-internals';
import { buildSchema, findBreakingChanges, parse, printSchema } from 'graphql';
import { listProblems } from './lint-lists.ts';
import { lint } from './lint.ts';
import { relayProblems } from './relay-problems.ts';

const RELEASED = 'schema/released/graph.graphql';

/**
 * Lints the composed graph and compares it with the last release: an undescribed place, a broken convention, a list of any
 * length, what Relay cannot use or a breaking change ends with exit code 1. `schema/release.ts` takes the present graph as the released one.
 */
const supergraph = await readFile('schema/supergraph.graphql', 'utf8');
const sdl = printSchema(Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema());
const api = buildSchema(sdl);
const { problems: unconventional, coverage } = lint(api);
const problems = [...unconventional, ...listProblems(parse(supergraph)), ...relayProblems(sdl)];
const breaking = findBreakingChanges(buildSchema(await readFile(RELEASED, 'utf8')), api).map(
  ({ description }) => `Breaking: ${description}`,
);

console.log(`Descriptions: ${coverage.described} of ${coverage.total}. Breaking changes since the last release: ${breaking.length}.`);
for (const problem of [...problems, ...breaking]) console.error(problem);
process.exitCode = problems.length + breaking.length > 0 || coverage.total === 0 ? 1 : 0;
