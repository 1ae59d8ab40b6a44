import { startSubgraph, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { start } from '../../src/main.ts';

const TOPICS = ['user.events', 'order.events'];

/** This subgraph alone, on a fresh database. */
export async function startUser(env: Readonly<Record<string, string>> = {}): Promise<SubgraphUnderTest> {
  return startSubgraph('user', start, TOPICS, env);
}
