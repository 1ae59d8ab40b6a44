import { inspect } from 'node:util';
import { within } from './within.ts';

/** The next so many of a stream; throws where it ends before, or where the next one does not come. */
export async function take<Item>(stream: AsyncIterator<Item>, count: number): Promise<Item[]> {
  const taken: Item[] = [];
  while (taken.length < count) {
    const { done, value } = await within(stream.next(), () => `Nothing came after ${taken.length} of ${count}: ${inspect(taken.at(-1))},`);
    if (done) throw new Error(`The stream ended after ${taken.length} of ${count}.`);
    taken.push(value);
  }
  return taken;
}
