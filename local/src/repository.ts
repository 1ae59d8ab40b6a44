import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every folder of `subgraphs/`: no other list of them exists. */
export function subgraphNames(): string[] {
  return readdirSync(new URL('subgraphs/', new URL('../../', import.meta.url)), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

/** The program of a subgraph, from the repository's folder. */
export function programOf(subgraph: string): string {
  return `subgraphs/${subgraph}/src/main.ts`;
}
