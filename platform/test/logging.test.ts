import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const run = promisify(execFile);
const SRC = new URL('../src/', import.meta.url).href;

/** The lines of a program of its own, because a log goes to the standard error of its process. */
async function linesOf(program: string): Promise<Record<string, unknown>[]> {
  const script = `
    import { createLogger } from '${SRC}observe/logging.ts';
    import { traced } from '${SRC}observe/trace.ts';
    const log = createLogger('shop', 'info');
    ${program}`;
  const { stderr } = await run(process.execPath, ['--no-warnings', '--input-type=module-typescript', '-e', script]);
  return stderr
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const SECRET = 'zoe@people.example';

test('a thousand sockets that drop at once leave one line, and one that counts them', async () => {
  const lines = await linesOf(`
    const drop = (n) => traced(\`00-\${String(n).padStart(32, '0')}-bbbbbbbbbbbbbbbb-01\`, () => log.warn({ err: new Error('read ECONNRESET') }, 'A socket was lost.'));
    for (let n = 1; n <= 1000; n++) drop(n);
    log.warn('Something else.');`);
  expect(lines.map(({ msg, repeated, reason }) => ({ msg, repeated, reason }))).toEqual([
    { msg: 'A socket was lost.' },
    { msg: 'Something else.' },
    { msg: 'A socket was lost.', repeated: 999, reason: 'read ECONNRESET' },
  ]);
  expect(lines[2]?.['traceIds']).toContain('2'.padStart(32, '0'));
});

test('lines that differ, and those of less weight, are all written', async () => {
  const lines = await linesOf(`
    for (const name of ['one', 'two']) log.error({ err: new Error(name) }, 'Failed.');
    for (const subgraph of ['user', 'order']) log.warn({ subgraph }, 'A subgraph did not answer.');
    for (let n = 0; n < 3; n++) log.info('Served.');`);
  expect(lines).toHaveLength(7);
});

test.each([
  [
    'rows',
    `Object.assign(new Error('duplicate key'), { severity: 'ERROR', code: '23505', detail: 'Key (email)=(${SECRET}) already exists.' })`,
  ],
  ['values', `Object.assign(new Error('invalid input syntax for type uuid: "${SECRET}"'), { severity: 'ERROR', code: '22P02' })`],
  ['variables', `Object.assign(new Error('Wrong.'), { variables: { email: '${SECRET}' }, source: { body: '${SECRET}' } })`],
])('an error is logged without the %s that it carries', async (_, error) => {
  const [line] = await linesOf(`log.error({ err: ${error} }, 'Failed.');`);
  expect(line).toMatchObject({ msg: 'Failed.', err: { type: 'Error', message: expect.any(String), stack: expect.any(String) } });
  expect(JSON.stringify(line)).not.toContain(SECRET);
});
