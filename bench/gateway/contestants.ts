import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { installRivals, RIVALS } from './install-rivals.ts';
import type { Command } from './process.ts';

export type Sharing = 'off' | 'on';

export interface Contestant {
  readonly gateway: GatewayName;
  /** Whether it shares what is identical and under way, of its answers and of its calls; 'off' also where it can't. */
  readonly sharing: Sharing;
  readonly kind: 'ours' | 'javascript' | 'native' | 'limit';
  readonly command: (setting: Setting) => Command | Promise<Command>;
}

export interface Setting {
  readonly supergraphFile: string;
  /** Where the subgraphs answer. */
  readonly origin: string;
  readonly port: number;
  /** A folder for files of its own. */
  readonly dir: string;
}

export interface LeftOut {
  readonly gateway: string;
  readonly reason: string;
}

export const CHOICES = [
  'agora',
  'apollo-gateway',
  'hive-gateway',
  'hive-gateway-rust',
  'mercurius',
  'hive-router',
  'fanout',
  'floor',
] as const;

export type GatewayName = (typeof CHOICES)[number] | 'agora before';

const HERE = import.meta.dirname;
const PROBE = ['--expose-gc', '--import', path.join(HERE, 'probe.ts')];

const CHECKOUT = path.resolve(HERE, '../..');

const ON_NODE: readonly Contestant[] = [
  {
    gateway: 'apollo-gateway',
    sharing: 'off',
    kind: 'javascript',
    command: ({ supergraphFile, port }) => node(path.join(HERE, 'contestants/apollo-gateway.ts'), [supergraphFile, String(port)]),
  },
  {
    gateway: 'fanout',
    sharing: 'off',
    kind: 'limit',
    command: ({ origin, port }) => node(path.join(HERE, 'contestants/fanout.ts'), [origin, String(port)]),
  },
  { gateway: 'floor', sharing: 'off', kind: 'limit', command: ({ port }) => node(path.join(HERE, 'contestants/floor.ts'), [String(port)]) },
];

const RIVALS_ON_NODE: readonly Contestant[] = [
  ...hiveGateway('hive-gateway', ['--jit']),
  ...hiveGateway('hive-gateway-rust', ['--hive-router-runtime']),
  {
    gateway: 'mercurius',
    sharing: 'off',
    kind: 'javascript',
    command: ({ origin, port }) => node(path.join(RIVALS, 'mercurius.mjs'), [origin, String(port)]),
  },
];

/** Those of `only` that can run here, and why the others can't. */
export async function contestants(
  only: readonly GatewayName[],
  before: string | null = null,
): Promise<{ contestants: Contestant[]; leftOut: LeftOut[] }> {
  const wanted = ({ gateway }: Contestant) => only.includes(gateway);
  const ours = [...(before === null ? [] : agora('agora before', before)), ...agora('agora', CHECKOUT)];
  const found = [...ours, ...ON_NODE].filter(wanted);
  const leftOut: LeftOut[] = [];

  const rivals = RIVALS_ON_NODE.filter(wanted);
  const problem = rivals.length > 0 ? await installRivals() : null;
  if (problem === null) found.push(...rivals);
  else for (const gateway of new Set(rivals.map((rival) => rival.gateway))) leftOut.push({ gateway, reason: problem });

  const binary = hiveRouterBinary();
  const routers = hiveRouter(binary ?? '').filter(wanted);
  if (binary !== null) found.push(...routers);
  else if (routers.length > 0)
    leftOut.push({ gateway: 'hive-router', reason: 'there is no hive_router on the PATH, and HIVE_ROUTER names none' });
  return { contestants: found, leftOut };
}

function agora(gateway: 'agora' | 'agora before', checkout: string): Contestant[] {
  const program = path.join(checkout, 'gateway/src/standalone.ts');
  return (['off', 'on'] as const).map((sharing) => ({
    gateway,
    sharing,
    kind: 'ours',
    command: ({ supergraphFile, port }) => ({
      ...node(program, [
        ...['--supergraph', supergraphFile, '--port', String(port), '--host', '127.0.0.1', '--open'],
        ...(sharing === 'off' ? ['--no-share'] : []),
      ]),
      cwd: checkout,
    }),
  }));
}

/** With graphql-jit, as its makers run it in their own benchmark; the Rust planner brings an executor of its own. */
function hiveGateway(gateway: 'hive-gateway' | 'hive-gateway-rust', flags: readonly string[]): Contestant[] {
  return (['off', 'on'] as const).map((sharing) => ({
    gateway,
    sharing,
    kind: 'javascript',
    command: ({ supergraphFile, port }) => ({
      ...node(path.join(RIVALS, 'node_modules/@graphql-hive/gateway/dist/bin.js'), [
        'supergraph',
        supergraphFile,
        ...['--config-path', path.join(RIVALS, 'hive-gateway.config.mjs'), '--host', '127.0.0.1', '--port', String(port), '--fork', '1'],
        ...flags,
      ]),
      env: { SHARE_IN_FLIGHT: sharing === 'on' ? '1' : '0' },
      cwd: RIVALS,
    }),
  }));
}

/** Sharing is the fullest that it has, of calls to subgraphs and of whole answers, as ours is. */
function hiveRouter(binary: string): Contestant[] {
  return (['off', 'on'] as const).map((sharing) => ({
    gateway: 'hive-router',
    sharing,
    kind: 'native',
    async command({ supergraphFile, port, dir }) {
      const file = path.join(dir, `hive-router-${sharing}.json`);
      const share = sharing === 'on';
      await writeFile(
        file,
        JSON.stringify({
          supergraph: { source: 'file', path: supergraphFile },
          http: { host: '127.0.0.1', port },
          log: { level: 'error' },
          traffic_shaping: { all: { dedupe_enabled: share }, router: { dedupe: { enabled: share } } },
        }),
      );
      return { file: binary, args: [], env: { ROUTER_CONFIG_FILE_PATH: file }, cwd: dir };
    },
  }));
}

function hiveRouterBinary(): string | null {
  const named = process.env['HIVE_ROUTER'];
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, 'hive_router')).find((file) => existsSync(file)) ?? null;
}

function node(file: string, args: readonly string[]): Command {
  return { file: process.execPath, args: [...PROBE, '--disable-warning=ExperimentalWarning', file, ...args] };
}
