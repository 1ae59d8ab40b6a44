import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gatewaySettings } from '@agora/gateway/main';
import { settingOf, settings } from '@agora/platform/service/settings';
import { expect, test } from '@jest/globals';
import { buildSchema, isEnumType, isInterfaceType, isObjectType } from 'graphql';
import * as z from 'zod';
import { programOf } from '../launch/scripts.mjs';
import { subgraphNames } from '../src/repository.ts';
import { loadSubgraphs } from '../src/in-process.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** Of git, so that nothing counts which this machine alone has. */
const FILES = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
  .stdout.trim()
  .split('\n')
  .filter((file) => existsSync(path.join(ROOT, file)));
/** Recipes name what is to be made; a test of their own follows them. */
const DOCUMENTS = FILES.filter((file) => file.endsWith('.md') && !file.startsWith('docs/recipes/'));
const CODE = FILES.filter((file) => /\.(ts|mjs|js|sql|lua|bash|py)$/.test(file) && !file.endsWith('documents.test.ts'));
const source = CODE.map(read).join('\n');
const { scripts, workspaces } = z
  .object({ scripts: z.record(z.string(), z.string()), workspaces: z.array(z.string()) })
  .parse(JSON.parse(read('package.json')));

const names = subgraphNames();
const SETTINGS: Readonly<Record<string, z.ZodType>> = {
  ...settings,
  ...gatewaySettings,
  ...Object.assign({}, ...Object.values(await loadSubgraphs(names)).map(({ settings: own }) => own)),
  ...Object.fromEntries(names.flatMap((name) => (['URL', 'DATABASE_URL'] as const).map((what) => [settingOf(name, what), z.string()]))),
};

const graph = buildSchema(read('schema/supergraph.graphql'), { assumeValidSDL: true });
const VALUES = new Set(
  Object.values(graph.getTypeMap()).flatMap((type) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : [])),
);
const EVENTS = new Set(read('schema/asyncapi.json').match(/[a-z]+(\.[a-z]+)+\.v\d+/g));

/** What a document says by way of example, what is there only while something runs, and what is of others. */
const NOT_OURS =
  /loyalty|^(\.agora\/|incoming\/|postgres\.log|CAPITALS|SameSite=Strict|relay\.config\.json|--single-threaded-gc|--no-parallel-scavenge)$/;

test.each(DOCUMENTS)('what %s names exists', (document) => {
  const named = [...new Set(namesIn(read(document)))].filter((name) => !NOT_OURS.test(name));
  expect(named.filter((name) => !exists(name))).toEqual([]);
});

test.each([
  ...[
    'npm run nothing',
    'npm run gateway -- --unheard-of',
    'npm run seed -- nothing',
    'npm start && npm run nothing',
    'node schema/nothing.ts',
  ],
  ...['gateway/src/nothing.ts', 'door/nothing/', 'words.<language>.js', 'migrations/*.ts', '--nothing-of-that-kind', '/unheard-of'],
  ...['NOTHING_OF_THAT_KIND', '<NAME>_NOTHING', 'DOCUMENTS_MODE=nothing', 'MAX_SOCKETS=many', 'UNHEARD_OF=1'],
  ...['order.nothing.v1', 'agora_nothing_total', 'Order.nothing'],
])('%s would be found out', (name) => {
  expect(exists(name)).toBe(false);
});

test.each(Object.keys({ ...settings, ...gatewaySettings }))('the setting %s is read', (name) => {
  const reading = CODE.filter((file) => /\/src\//.test(file))
    .map(read)
    .join('\n');
  expect(reading.split(new RegExp(`\\b${name}\\b`)).length - 1).toBeGreaterThan(1);
});

test('every test is of one project of jest, and of one only', async () => {
  const config: unknown = await import(pathToFileURL(path.join(ROOT, 'jest.config.js')).href);
  const Config = z.object({
    default: z.object({ projects: z.array(z.object({ displayName: z.string(), testMatch: z.array(z.string()) })) }),
  });
  const { projects } = Config.parse(config).default;
  for (const file of FILES.filter((name) => name.endsWith('.test.ts'))) {
    const its = projects.filter(({ testMatch }) => testMatch.some((glob) => path.matchesGlob(file, glob.replace('<rootDir>/', ''))));
    expect({ file, projects: its.map(({ displayName }) => displayName) }).toEqual({ file, projects: [expect.any(String)] });
  }
});

test('the links of the documents lead somewhere', () => {
  for (const file of DOCUMENTS) {
    for (const [, target = ''] of read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      const found = existsSync(path.resolve(ROOT, path.dirname(file), target));
      expect(found ? target : `${file} → ${target} is missing`).toBe(target);
    }
  }
});

const readme = read('README.md');
const map = readme.slice(readme.indexOf('## Where things are'), readme.indexOf('Read next:'));

test.each([
  'where an order is confirmed',
  "where a notification's words come from",
  'where a token is checked',
  'where an event is declared',
  'who reacts to it',
  'how a live event reaches a socket',
])('the map says %s', (question) => {
  const line = map.split('\n').find((row) => row.startsWith(`| ${question}`)) ?? '';
  expect(line).toMatch(/`[^`]+`/);
});

test('every folder that the map draws exists, and every folder of the repository is drawn', () => {
  const drawn = [...map.matchAll(/^(\w+)\/ /gm)].map((match) => match[1] ?? '');
  expect(drawn.length).toBeGreaterThan(5);
  for (const folder of drawn) expect(existsSync(path.join(ROOT, folder))).toBe(true);
  for (const workspace of workspaces) expect(drawn).toContain(workspace.replace('/*', ''));
});

/** What stands in backticks, and the commands of blocks of code. */
function namesIn(text: string): string[] {
  const blocks = [...text.matchAll(/^```bash\n(.*?)^```/gms)].flatMap(([, block = '']) => block.split('\n'));
  const commands = blocks.map((line) => line.replace(/ +#.*$/, '').trim());
  const inline = [...text.replace(/^```.*?^```/gms, '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name.replace(/\s+/g, ' '));
  return [...inline, ...commands.filter((line) => line !== '')];
}

/** Of what has the form of a path, a command, a setting, a value, an event, a metric or a field; of all else it is not known. */
function exists(name: string): boolean {
  if (/^(npm|node|bash) /.test(name)) return name.split(' && ').every(isCommand);
  if (/^[A-Z]\w*(_[A-Z0-9]+)*=/.test(name)) return isAssignment(name);
  if (/^(<NAME>)?[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name) && name.length > 2) return isKnownWord(name);
  if (/^<NAME>_/.test(name)) return source.includes(name.replace('<NAME>', ''));
  if (/^[a-z]+(\.[a-z]+)+\.v\d+/.test(name)) return EVENTS.has(name.split(' ')[0] ?? '');
  if (/^(GET |POST )?\/[\w./-]+$/.test(name)) return source.includes(`'${name.replace(/^\w+ /, '').replace(/\/$/, '')}`);
  if (/^agora_\w+$/.test(name)) return source.includes(`'${name}'`);
  if (/^[A-Z]\w+\.\w+$/.test(name)) return isField(name);
  if (/^--[\w-]+/.test(name)) return isFlag(name.split(' ')[0] ?? '', source);
  if (/^[\w.@*<>-][\w./@*<>-]*(\/|\.(ts|mjs|js|json|graphql|ya?ml|md|sql|lua))$/.test(name)) return isPath(name);
  return true;
}

function isCommand(command: string): boolean {
  const [program, ...words] = command.split(' ');
  if (program !== 'npm') return words[0] !== undefined && (words[0].startsWith('-') || existsSync(path.join(ROOT, words[0])));
  const [verb = '', ...rest] = words;
  if (['install', 'ci'].includes(verb)) return true;
  const script = verb === 'run' ? (rest[0] ?? '') : verb;
  const said = rest.includes('--') ? rest.slice(rest.indexOf('--') + 1) : [];
  const args = said.filter((word, index) => (index === 0 ? /^[a-z-]+$/ : /^--[a-z-]+$/).test(word));
  return script in scripts && args.every((word) => isArgument(word, script));
}

function isArgument(word: string, script: string): boolean {
  const known = programOf(script, []);
  const program = 'node' in known ? known.node.find((argument) => argument.endsWith('.ts')) : undefined;
  if (program === undefined || word === '--help') return true;
  const nearby = CODE.filter((file) => file.startsWith(`${path.dirname(program)}/`)).map(read);
  return isFlag(word, nearby.join('\n'));
}

function isFlag(word: string, code: string): boolean {
  const bare = word.replace(/^--/, '');
  return [`'${bare}'`, `${bare}:`, `--${bare}`, `-- ${bare}`].some((form) => code.includes(form));
}

/** A word in capitals after the sign stands for something. */
function isAssignment(text: string): boolean {
  const [name = '', value = ''] = text.split('=');
  const setting = SETTINGS[name];
  return setting === undefined ? isKnownWord(name) : /^[A-Z]+$/.test(value) || setting.safeParse(value).success;
}

function isKnownWord(word: string): boolean {
  return word in SETTINGS || VALUES.has(word) || source.includes(`'${word}'`) || source.includes(`"${word}"`);
}

function isField(name: string): boolean {
  const [typeName = '', field = ''] = name.split('.');
  const type = graph.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? field in type.getFields() : true;
}

/** From the repository's folder, or the end of a path: a document speaks from where it stands. */
function isPath(name: string): boolean {
  const pattern = name
    .replace(/^(\.\.?\/)+/, '')
    .replace(/[.+]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replace(/<\w+>/g, '[^/]+');
  const wanted = new RegExp(`(^|/)${pattern}${name.endsWith('/') ? '' : '$'}`);
  return FILES.some((file) => wanted.test(file));
}
