import { parseArgs } from 'node:util';
import { formsHere, startAgora } from '../../agora.ts';
import { ownKafka } from '../../own-kafka.ts';
import { brokenParts, errorLines, fuzzDoor } from './fuzz-door.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '10000' },
    case: { type: 'string' },
    form: { type: 'string' },
  },
});
const seed = Number(values.seed);
const cases = values.case === undefined ? Number(values.cases) : 1;

for (const form of formsHere()) {
  if (values.form !== undefined && values.form !== form) continue;
  await using kafka = await ownKafka(form);
  const agora = await startAgora(form, kafka.env);
  const begun = performance.now();
  try {
    const findings = await fuzzDoor(agora, { seed, from: Number(values.case ?? 0), cases });
    const lines = errorLines(agora);
    const broken = await brokenParts(agora);
    console.log(`${form}: ${cases} cases, seed ${seed}, ${Math.round((performance.now() - begun) / 1000)} s: ${findings.length} findings`);
    for (const { number, sent, answer } of findings.slice(0, 20))
      console.log(`\n--seed ${seed} --case ${number}\n${cut(sent)}\n→ ${cut(answer)}`);
    for (const line of lines.slice(0, 10)) console.log(`\nlogged: ${cut(line)}`);
    if (broken !== null) console.log(`\nafterwards: ${JSON.stringify(broken)}`);
    if (findings.length > 0 || lines.length > 0 || broken !== null) process.exitCode = 1;
  } finally {
    await agora.stop();
  }
}

function cut(text: string): string {
  return text.length > 1_200 ? `${text.slice(0, 600)} … ${text.slice(-400)}` : text;
}
