import Sequencer from '@jest/test-sequencer';

/** The tests that start whole programs take longest: begun last, one of them would be waited for alone. */
export default class HousesFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const isHouse = ({ context }) => context.config.displayName?.name === 'houses';
    return [...sorted.filter(isHouse), ...sorted.filter((test) => !isHouse(test))];
  }
}
