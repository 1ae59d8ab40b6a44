import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const Texts = z.record(z.string(), z.union([z.string(), z.number()]).transform(String));

const Service = z.strictObject({
  extends: z.union([z.string(), z.strictObject({ file: z.string(), service: z.string() })]).optional(),
  image: z.string().optional(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: Texts.optional(),
  networks: z.array(z.string()).optional(),
  secrets: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.string() })).optional(),
  healthcheck: z.looseObject({ test: z.array(z.string()) }).optional(),
  deploy: z.strictObject({ resources: z.strictObject({ limits: z.strictObject({ cpus: z.string(), memory: z.string() }) }) }).optional(),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  restart: z.string().optional(),
  stop_grace_period: z.string().optional(),
  shm_size: z.string().optional(),
});

const Model = z.strictObject({
  name: z.string().optional(),
  include: z.array(z.string()).default([]),
  networks: z.record(z.string(), z.unknown()).default({}),
  volumes: z.record(z.string(), z.unknown()).default({}),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })).default({}),
  services: z.record(z.string(), Service).default({}),
});

export type Container = z.output<typeof Service>;

export interface ComposeModel {
  readonly includes: readonly string[];
  readonly networks: Readonly<Record<string, unknown>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly services: Readonly<Record<string, Container>>;
}

/** A compose file as its containers will be: what it includes and what they extend is in its place. */
export function readComposeFile(file: string): ComposeModel {
  const { include, networks, volumes, secrets, services } = read(file);
  const included = include.map((name) => readComposeFile(beside(file, name)));
  const extended = Object.keys(services).map((name) => [name, readService(file, name)] as const);
  return {
    includes: include,
    networks,
    secrets,
    volumes: Object.assign({}, volumes, ...included.map((each) => each.volumes)),
    services: Object.assign(Object.fromEntries(extended), ...included.map((each) => each.services)),
  };
}

function readService(file: string, name: string): Container {
  const own = read(file).services[name];
  if (!own) throw new Error(`${file} has no service ${name}.`);
  if (!own.extends) return own;
  const from = typeof own.extends === 'string' ? { file, service: own.extends } : own.extends;
  const base = readService(beside(file, from.file), from.service);
  return { ...base, ...own, environment: { ...base.environment, ...own.environment } };
}

function read(file: string) {
  return Model.parse(parse(readFileSync(file, 'utf8')));
}

function beside(file: string, name: string): string {
  return path.resolve(path.dirname(file), name);
}
