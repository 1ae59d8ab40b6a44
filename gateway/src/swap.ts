import { readFile } from 'node:fs/promises';
import { messageOf } from '@agora/platform/errors';
import type { Stoppable } from '@agora/platform/service/every';
import type { Logger } from '@agora/platform/observe/logging';
import type { ServedGraph } from './served-graph.ts';
import { SupergraphSource } from './supergraph.ts';
import { watchFile } from './watched-file.ts';

/** Which graph is served at the moment. */
export interface Serving {
  current: ServedGraph;
}

export interface SwapOptions {
  readonly serving: Serving;
  readonly file: string;
  readonly open: (supergraph: SupergraphSource) => Promise<ServedGraph>;
  /** Is called when another graph is served. */
  readonly onSwap: () => void;
  readonly log: Logger;
}

/** So many of the operations that were asked for last are planned before the new graph is served. */
const WARM_OPERATIONS = 200;

/**
 * Serves what a file holds once it has changed: the new graph is made ready beside the one that is served, and takes its place at once.
 * What was begun goes on by the old one. A supergraph that cannot be taken leaves the one before in place.
 */
export async function swapOnChange({ serving, file, open, onSwap, log }: SwapOptions): Promise<Stoppable> {
  const stopping = new AbortController();
  let latest = 0;
  let last = Promise.resolve();
  const failed = (error: unknown) =>
    log.error({ file, reason: messageOf(error) }, 'The supergraph cannot be taken; the one before stays in place.');

  const swap = async (text: string, mine: number) => {
    const before = serving.current;
    if (stopping.signal.aborted || mine !== latest || text === before.supergraph.sdl) return;
    const supergraph = await SupergraphSource.read(text);
    refuseOtherWays(before.supergraph, supergraph);
    const next = await open(supergraph);
    try {
      await next.executor.warm(before.executor, WARM_OPERATIONS, stopping.signal);
      if (stopping.signal.aborted) return await next.planner.stop();
      serve(next, before);
    } catch (error) {
      await next.planner.stop();
      throw error;
    }
    log.info({ file }, 'Another supergraph is served.');
    await before.planner.retire(); // live operations go on by it
  };
  const serve = (next: ServedGraph, before: ServedGraph) => {
    serving.current = next;
    try {
      onSwap();
    } catch (error) {
      serving.current = before;
      onSwap(); // some have been told of the other already
      throw error;
    }
  };
  const changed = (text: string) => {
    const mine = ++latest;
    last = last.then(() => swap(text, mine)).catch(failed);
  };
  const watch = await watchFile(file, log, { changed, failed });
  await readFile(file, 'utf8').then(changed, failed); // it may be another since the gateway began to start
  return {
    async stop() {
      stopping.abort();
      await watch.stop();
      await last;
    },
  };
}

/** The ways to subgraphs are opened when the gateway starts. */
function refuseOtherWays({ subgraphs: known }: SupergraphSource, { subgraphs }: SupergraphSource): void {
  const other = subgraphs.find(({ name, url }) => !known.some((one) => one.name === name && one.url === url));
  if (other) throw new Error(`It has a way to the subgraph "${other.name}" that the gateway did not start with. Start it anew.`);
}
