import { parseArgs } from 'node:util';
import { RefusedEntity } from './data.ts';
import { fuzz, type Finding } from './run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    cases: { type: 'string', default: '10000' },
    case: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
const found = new Map<string, { count: number; readonly first: Finding }>();

// Where one part of a call throws, the libraries of the subgraphs leave to nobody what the parts before it were promised.
process.on('unhandledRejection', (error) => {
  if (!(error instanceof RefusedEntity)) throw error;
});

console.log(`seed ${seed}`);
const started = performance.now();
const summary = await fuzz({
  seed,
  cases: values.case === undefined ? Number(values.cases) : 1,
  from: Number(values.case ?? 0),
  onFinding(finding) {
    const kind = `${finding.reason ?? `NOT KNOWN: ${finding.difference.kind}`} (${finding.mode})`;
    const entry = found.get(kind) ?? { count: 0, first: finding };
    entry.count++;
    found.set(kind, entry);
    if (values.case !== undefined) show(finding);
  },
});
console.log(`${JSON.stringify(summary)} in ${((performance.now() - started) / 1000).toFixed(0)} s`);
for (const [kind, { count, first }] of [...found].sort(([, a], [, b]) => b.count - a.count)) {
  console.log(`${String(count).padStart(6)}  ${kind}   --seed ${seed} --case ${first.case.number}`);
  if (first.reason === null && values.case === undefined)
    console.log(`        ${first.case.operation.source}\n        ${cut(first.difference)}`);
}
process.exitCode = [...found.values()].some(({ first }) => first.reason === null) ? 1 : 0;

function show({ case: one, mode, difference, reason }: Finding): void {
  console.log(`${mode}: ${reason ?? 'NOT KNOWN'}\n${cut(difference)}`);
  if (!values.all) return;
  console.log(one.graph.typeDefs, one.operation.source, one.operation.variables, one.faults);
}

function cut(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 1500 ? `${text.slice(0, 1500)}…` : text;
}
