import { writeFile } from 'node:fs/promises';

/** Names of a city and its country, by language. */
export interface Place {
  readonly city?: { readonly names: Readonly<Record<string, string>> };
  readonly country: { readonly iso_code?: string; readonly names: Readonly<Record<string, string>> };
}

/** Marks where the description of a database begins: https://maxmind.github.io/MaxMind-DB */
const DESCRIPTION = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
const GAP = Buffer.alloc(16);

type Node = [Node | Place | null, Node | Place | null];

/** Writes a database of IPv4 networks, each with its place: `{ '192.0.2': bogota }` is of 192.0.2.0 to 192.0.2.255. */
export function writePlaces(file: string, places: Readonly<Record<string, Place>>): Promise<void> {
  const root: Node = [null, null];
  for (const [prefix, place] of Object.entries(places)) plant(root, bitsOf(prefix), place);
  const nodes: Node[] = [];
  number(root, nodes);
  const data: Buffer[] = [];
  let used = 0;
  const record = (branch: Node[number]): number => {
    if (branch === null) return nodes.length;
    if (Array.isArray(branch)) return nodes.indexOf(branch);
    const at = used;
    data.push(encoded(branch));
    used += data.at(-1)?.length ?? 0;
    return nodes.length + GAP.length + at;
  };
  const tree = Buffer.concat(nodes.map((node) => Buffer.concat(node.map((branch) => unsigned(record(branch), 3)))));
  const description = encoded({ node_count: nodes.length, record_size: 24, ip_version: 4, binary_format_major_version: 2 });
  return writeFile(file, Buffer.concat([tree, GAP, ...data, DESCRIPTION, description]));
}

function bitsOf(prefix: string): string {
  return prefix
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('');
}

function plant(root: Node, bits: string, place: Place): void {
  let node = root;
  for (const bit of bits.slice(0, -1)) {
    const side = Number(bit);
    const below = node[side];
    if (Array.isArray(below)) node = below;
    else node = node[side] = [null, null];
  }
  node[Number(bits.at(-1))] = place;
}

function number(node: Node, nodes: Node[]): void {
  nodes.push(node);
  for (const below of node) if (Array.isArray(below)) number(below, nodes);
}

/** A map is of type 7, a text of type 2, a number of type 6; short ones have their length in the same byte. */
function encoded(value: string | number | object): Buffer {
  if (typeof value === 'number') return Buffer.concat([control(6, 4), unsigned(value, 4)]);
  if (typeof value === 'string') {
    const bytes = Buffer.from(value);
    return Buffer.concat([control(2, bytes.length), bytes]);
  }
  const entries = Object.entries(value);
  return Buffer.concat([control(7, entries.length), ...entries.flat().map(encoded)]);
}

function control(type: number, size: number): Buffer {
  if (size >= 29) throw new Error('This is too long for one byte.');
  return Buffer.from([(type << 5) | size]);
}

function unsigned(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}
