import { startSubgraph, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { afterAll } from '@jest/globals';
import { start } from '../../src/main.ts';
import { operatorOf } from './operator.ts';
import { peopleOf } from './people.ts';

const TOPICS = ['user.events', 'catalog.events', 'order.events'];

/** This subgraph alone, on a fresh database. */
export async function startUser(env: Readonly<Record<string, string>> = {}): Promise<SubgraphUnderTest> {
  return startSubgraph('user', start, TOPICS, env);
}

/** The same for all tests of a file, with people of it and its operator's shell. */
export async function openUser(env: Readonly<Record<string, string>> = {}) {
  const user = await startUser(env);
  afterAll(() => user.stop());
  return { user, people: peopleOf(() => user), operator: operatorOf(() => user) };
}
