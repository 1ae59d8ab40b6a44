import Sequencer from '@jest/test-sequencer';

/** The tests that start whole programs take longest: begun last, one of them would be waited for alone. */
export default class ProgramsFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const isProgram = ({ context }) => context.config.displayName?.name === 'programs';
    return [...sorted.filter(isProgram), ...sorted.filter((test) => !isProgram(test))];
  }
}
