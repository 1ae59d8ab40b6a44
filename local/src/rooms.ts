import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const Package = z.object({ agora: z.object({ rooms: z.array(z.string()).min(1) }) });

/** Folders of `src/` that belong to no aggregate. */
const NO_ROOMS = ['graph', 'demo'];

/**
 * A subgraph's aggregates stand each in a folder of `src/`, its rooms. Its package.json says them, the lowest first: a room imports
 * those before it and none behind it.
 */
export function roomsOf(root: string): { readonly subgraph: string; readonly rooms: readonly string[] }[] {
  return globSync('subgraphs/*/package.json', { cwd: root })
    .sort()
    .map((file) => ({
      subgraph: path.dirname(file),
      rooms: Package.parse(JSON.parse(readFileSync(path.join(root, file), 'utf8'))).agora.rooms,
    }));
}

/** One rule for each room, as dependency-cruiser takes them. */
export function roomRules(root: string) {
  return roomsOf(root).flatMap(({ subgraph, rooms }) =>
    rooms.slice(0, -1).map((room, at) => ({
      name: 'rooms-face-one-way',
      severity: 'error' as const,
      from: { path: `^${subgraph}/src/${room}/` },
      to: { path: `^${subgraph}/src/(${rooms.slice(at + 1).join('|')})/` },
    })),
  );
}

/** Folders that no package.json says, and rooms without a folder. */
export function strayRooms(root: string): string[] {
  return roomsOf(root).flatMap(({ subgraph, rooms }) => {
    const folders = readdirSync(path.join(root, subgraph, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const unsaid = folders.map(({ name }) => name).filter((name) => !rooms.includes(name) && !NO_ROOMS.includes(name));
    const empty = rooms.filter((room) => !existsSync(path.join(root, subgraph, 'src', room)));
    return [
      ...unsaid.map((name) => `${subgraph}/src/${name} is no room of its package.json.`),
      ...empty.map((room) => `${subgraph}/package.json says the room ${room}, which has no folder.`),
    ];
  });
}
