import Sequencer from '@jest/test-sequencer';

/** Begun late, one of them would be waited for alone; the longest first. */
const LONGEST = ['local/test/start', 'e2e/operator', 'e2e/faults', 'e2e/main-job', 'e2e/operations', 'local/test/recipes', 'e2e/live'];

/** The tests that start whole programs take longest. */
export default class ProgramsFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return sorted.toSorted((a, b) => turnOf(a) - turnOf(b));
  }
}

function turnOf({ path, context }) {
  const among = LONGEST.findIndex((name) => path.endsWith(`/${name}.test.ts`));
  if (among >= 0) return among;
  return context.config.displayName?.name === 'programs' ? LONGEST.length : LONGEST.length + 1;
}
