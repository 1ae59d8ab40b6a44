import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operate as runOperate } from '@agora/local/operate/operate';
import { createLogger } from '@agora/platform/observe/logging';
import { Lifecycle } from '@agora/platform/service/lifecycle';
import { compileCacheOf } from '@agora/platform/testing/compile-cache';
import { IDENTITY_HEADER, signIdentity } from '@agora/platform/security/identity';
import { newId, newUuid } from '@agora/platform/ids';
import { eventually } from '@agora/platform/testing/eventually';
import * as z from 'zod';
import { ask, data } from './client.ts';
import { formsHere, type Agora, startAgora } from './agora.ts';
import { acceptNotices, announce, refuseNoticesTo } from './failing-events.ts';
import { onDatabase } from './on-database.ts';
import { available, buy, ending, listProduct, type Person, register, sagaCompleted, signIn, writePost } from './shop.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const SERVICES = ['catalog', 'forum', 'notification', 'order', 'user'];

const Letter = z.object({
  id: z.string(),
  service: z.string(),
  group: z.string(),
  eventName: z.string(),
  key: z.string(),
  attempts: z.number(),
  lastError: z.string(),
  waitingCount: z.number(),
  occurredAt: z.string().nullable(),
  data: z.unknown(),
  subject: z.object({ __typename: z.string(), title: z.string().optional() }).nullable(),
});
const LETTER = `id service group eventName key attempts lastError waitingCount occurredAt data
  subject { __typename ... on Post { title } }`;
type Kept = Readonly<Record<'service' | 'group' | 'table' | 'broken' | 'columns', string>>;
/** Every projection: where it is kept, how it is emptied, and what of it comes from events. */
const KEPT: Readonly<Record<string, Kept>> = {
  'catalog-relations': { service: 'catalog', group: 'catalog', table: 'aversion', broken: 'delete from aversion', columns: 'aversion.*' },
  deliveries: { service: 'catalog', group: 'catalog', table: 'delivery', broken: 'delete from delivery', columns: 'delivery.*' },
  'forum-relations': { service: 'forum', group: 'forum', table: 'aversion', broken: 'delete from aversion', columns: 'aversion.*' },
  listings: {
    service: 'order',
    group: 'order',
    table: 'listed_variant',
    broken: 'delete from listed_variant',
    columns: 'listed_variant.*',
  },
  'notification-relations': {
    service: 'notification',
    group: 'notification',
    table: 'aversion',
    broken: 'delete from aversion',
    columns: 'aversion.*',
  },
  purchases: {
    service: 'catalog',
    group: 'catalog',
    table: 'purchase',
    broken: 'delete from purchase',
    columns: 'purchase.*',
  },
  recipients: {
    service: 'notification',
    group: 'notification',
    table: 'recipient',
    broken: 'update recipient set display_name = null, locale = null, is_moderator = false',
    columns: 'id, display_name, locale, unread_count, is_moderator',
  },
  sellers: {
    service: 'catalog',
    group: 'catalog',
    table: 'seller',
    broken: 'delete from seller',
    columns: 'user_id, is_verified, is_suspended, store_name',
  },
  viewers: { service: 'catalog', group: 'catalog', table: 'viewer', broken: 'delete from viewer', columns: 'viewer.*' },
  'user-files': { service: 'user', group: 'user', table: 'known_file', broken: 'delete from known_file', columns: 'known_file.*' },
};
const userErrors = z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() }));

describe.each(formsHere())('what operators do, %s', (form) => {
  let agora: Agora;
  let admin: Person;
  let author: Person;
  let reader: Person;
  /** Whether the bus has held every event from the first on. */
  const hasWholeBus = form === 'one process';

  beforeAll(async () => {
    agora = await startAgora(form);
    admin = await signIn(agora, 'admin');
    author = await register(agora, 'Ida Noor');
    reader = await register(agora, 'Bo Lind');
  });
  afterAll(() => agora?.stop());

  test('an event that fails keeps its key waiting; given up, mended and retried by an ADMIN, it goes first and the others follow in order', async () => {
    const post = await write('Blue glaze');
    await refuseNoticesTo(agora, author);
    for (const body of ['one', 'two', 'three']) await comment(post, body);

    const key = await eventually(async () => {
      const [parked] = await parkedKeys(post);
      return parked?.waitingCount === 3 && parked;
    });
    expect(key).toMatchObject({ service: 'notification', group: 'notification', topic: 'forum.events', deadLetter: null });
    await eventually(async () => {
      const [parked] = await parkedKeys(post);
      return parked?.deadLetter ?? (await retryKey(key)).userErrors.some(({ code }) => code === 'CONFLICT');
    });

    const [letter] = await deadLetters({ keys: [post] });
    expect(letter).toMatchObject({ service: 'notification', eventName: 'forum.comment.added', attempts: 10, waitingCount: 2 });
    expect(letter).toMatchObject({ subject: { __typename: 'Post', title: 'Blue glaze' }, data: { excerpt: 'one' } });
    expect((await retryKey(key)).userErrors).toMatchObject([{ code: 'CONFLICT', field: ['key'] }]);
    expect(await toldOf(post)).toEqual([]);

    await acceptNotices(agora);
    expect(await retry([letter?.id ?? ''])).toEqual({ retriedIds: [letter?.id], userErrors: [] });
    await eventually(async () => (await toldOf(post)).length === 3);
    expect(await toldOf(post)).toEqual(['one', 'two', 'three']);
    expect(await deadLetters({ keys: [post] })).toEqual([]);
    expect(await parkedKeys(post)).toEqual([]);
    expect((await retry([letter?.id ?? ''])).userErrors).toMatchObject([{ code: 'CONFLICT', field: ['deadLetterIds', '0'] }]);
    expect((await auditTrail({ subjectIds: [letter?.id] }))[0]).toMatchObject({
      eventName: 'notification.deadletter.retried',
      actor: { id: admin.id },
    });
  });

  test('an event that nobody can read is skipped for a reason: the others go on, and the audit trail tells who and why', async () => {
    const post = await write('Cracked cup');
    await announce(agora, 'forum', { type: 'forum.comment.added.v1', topic: 'forum.events', key: post, data: { postId: post } });
    const [letter] = await eventually(async () => {
      const found = await deadLetters({ keys: [post] });
      return found.some(({ service }) => service === 'notification') && found;
    });
    await comment(post, 'glue');
    await eventually(async () => (await deadLetters({ keys: [post] }))[0]?.waitingCount === 1);
    expect(letter).toMatchObject({ attempts: 1, lastError: expect.stringContaining('does not fit'), data: { postId: post } });

    if (form === 'one process')
      await eventually(async () =>
        (await (await fetch(`${agora.url}/metrics`)).text()).includes('agora_dead_letters{service="notification"} 1'),
      );

    const id = letter?.id ?? '';
    for (const [reason, code] of [
      [' ', 'REQUIRED'],
      ['x'.repeat(501), 'INVALID'],
    ] as const)
      expect((await skip(id, reason)).userErrors).toMatchObject([{ code, field: ['reason'] }]);
    const key = newUuid();
    const [first, again] = [await skip(id, 'Written by hand.', key), await skip(id, 'Written by hand.', key)];
    expect([first, again]).toEqual([first, { skippedId: id, userErrors: [] }]);
    expect((await skip(id, 'Written by hand.')).userErrors).toMatchObject([{ code: 'CONFLICT', field: ['deadLetterId'] }]);

    await eventually(async () => (await toldOf(post)).includes('glue'));
    const trail = await auditTrail({ eventNames: ['notification.deadletter.skipped'], actorIds: [admin.id] });
    expect(trail[0]).toMatchObject({ service: 'notification', key: id, data: { reason: 'Written by hand.', group: 'notification' } });
    expect(trail[0]).toMatchObject({ actor: { displayName: expect.any(String) } });
    expect(trail.filter((entry) => entry.key === id)).toHaveLength(1);
  });

  test('an event that no bus takes is a dead letter of the relay', async () => {
    const key = `nowhere-${newUuid()}`;
    await announce(agora, 'order', { type: 'order.placed.v1', topic: 'order.events', key, data: {}, occurredAt: 'infinity' });
    const [letter] = await eventually(async () => {
      const found = await deadLetters({ keys: [key] });
      return found.length > 0 && found;
    });
    expect(letter).toMatchObject({
      service: 'order',
      group: 'relay',
      occurredAt: null,
      subject: null,
      lastError: expect.stringContaining('not fit'),
    });
    const { eventServices } = await asAdmin(
      {
        eventServices: z.array(
          z.object({ name: z.string(), isReachable: z.boolean(), unpublishedCount: z.number(), consumers: Consumers }),
        ),
      },
      '{ eventServices { name isReachable unpublishedCount consumers { group lag parkedKeyCount deadLetterCount topics { topic lag } } } }',
    );
    expect(eventServices.map(({ name }) => name)).toEqual(SERVICES);
    expect(eventServices.find(({ name }) => name === 'order')).toMatchObject({ isReachable: true, unpublishedCount: 1 });
    expect(await skip(letter?.id ?? '', 'It never happened.')).toMatchObject({ userErrors: [] });
    expect(await deadLetters({ keys: [key] })).toEqual([]);
  });

  test('pages over services fit together, forward and backward', async () => {
    const edge = z.object({ cursor: z.string(), node: z.object({ id: z.string() }) });
    const pageInfo = z.object({ hasNextPage: z.boolean(), hasPreviousPage: z.boolean() });
    const read = async (args: string) => {
      const { auditTrail } = await asAdmin(
        { auditTrail: z.object({ edges: z.array(edge), pageInfo }) },
        `{ auditTrail(${args}) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage } } }`,
      );
      return auditTrail;
    };
    const filter = `filter: { occurredAt: { lt: "${new Date().toISOString()}" } }`;
    const whole = await read(`first: 30, ${filter}`);
    const ids = whole.edges.map(({ node }) => node.id);
    expect(new Set(ids).size).toBe(30);
    const first = await read(`first: 11, ${filter}`);
    const second = await read(`first: 19, after: "${first.edges.at(-1)?.cursor}", ${filter}`);
    expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(ids);
    const back = await read(`last: 11, before: "${second.edges[0]?.cursor}", ${filter}`);
    expect(back.edges.map(({ node }) => node.id)).toEqual(ids.slice(0, 11));
    expect(back.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false });
  });

  test('everything that followed from one request is found by its trace, whoever did it', async () => {
    const trace = newUuid().replaceAll('-', '');
    const post = await write('Traced teapot');
    await comment(post, 'found', { traceparent: `00-${trace}-00000000000000ff-01` });
    const followed = await eventually(async () => {
      const found = await auditTrail({ traceId: trace });
      return found.length > 1 && found;
    });
    expect(followed.map(({ service, eventName, actor }) => [service, eventName, actor?.id ?? null])).toEqual([
      ['notification', 'notification.created', null],
      ['forum', 'forum.comment.added', reader.id],
    ]);
    const entry = followed[0];
    const { node } = await asAdmin(
      { node: z.object({ traceId: z.string() }) },
      'query ($id: ID!) { node(id: $id) { ... on AuditEntry { traceId } } }',
      { id: entry?.id },
    );
    expect(node).toEqual({ traceId: trace });
    expect(await auditTrail({ traceId: '' })).toEqual([]);
    const others = await ask(agora, 'query ($id: ID!) { node(id: $id) { id } }', { id: entry?.id }, reader);
    expect(others).toEqual({ data: { node: null } });
  });

  test('nobody but an ADMIN sees or does any of it', async () => {
    const fields = '{ eventServices { name } parkedKeys { totalCount } deadLetters { totalCount } auditTrail { totalCount } }';
    for (const [person, code] of [
      [undefined, 'UNAUTHENTICATED'],
      [reader, 'FORBIDDEN'],
    ] as const) {
      const { errors } = await ask(agora, fields, {}, { token: person?.token });
      expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual([code, code, code, code]);
    }
    const mutation = 'mutation { deadLetterRetry(input: { deadLetterIds: [] }) { retriedIds } rest: __typename }';
    expect((await ask(agora, mutation, {}, reader)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test('what is no event of ours is refused with its place', async () => {
    expect(await retry([])).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['deadLetterIds'] }] });
    expect(await retry(['dlt_nonsense'])).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['deadLetterIds', '0'] }] });
    const spanish = await ask(agora, RETRY, { input: { deadLetterIds: [] } }, { ...admin, headers: { 'accept-language': 'es' } });
    expect(spanish.data).toMatchObject({ deadLetterRetry: { userErrors: [{ message: 'Indica de 1 a 100 eventos.' }] } });
    const nobody = { service: 'nobody', group: 'x', topic: 'x', key: 'x' };
    expect(await retryKey(nobody)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['service'] }] });
    expect(await retryKey({ ...nobody, service: 'order' })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['key'] }] });
    expect(await retryKey({ ...nobody, service: 'order', key: '\0' })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', field: ['key'] }],
    });
    const nul = await ask(agora, '{ auditTrail(filter: { subjectIds: ["\\u0000"] }) { totalCount } }', {}, admin);
    expect(nul.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['filter', 'subjectIds'] } }]);
    const { errors } = await ask(agora, '{ auditTrail(filter: { services: ["ordr"] }) { totalCount } }', {}, admin);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['filter', 'services'] } }]);
  });

  if (form === 'one process')
    test('the same is done from a shell', async () => {
      const post = await write('Shell vase');
      await announce(agora, 'forum', { type: 'forum.comment.added.v1', topic: 'forum.events', key: post, data: { postId: post } });
      await eventually(async () => (await deadLetters({ keys: [post] })).length > 0);
      await comment(post, 'behind');

      const { keys } = Listed.parse(JSON.parse((await operateFromShell('dead', '--service', 'notification', '--json')).stdout));
      const id = keys.find(({ key }) => key === post)?.id ?? '';
      expect((await operate('dead')).stdout).toContain(id);
      expect((await operate('show', id)).stdout).toContain('does not fit');
      const status = await operate('status');
      expect([status.code, status.stdout]).toEqual([0, expect.stringMatching(/^notification +0 .* [1-9]\d*$/m)]);
      expect((await operate('retry', id)).code).toBe(0);
      await eventually(async () => (await deadLetters({ keys: [post] })).length > 0);

      expect(await operate('skip', id)).toMatchObject({ code: 2, stderr: expect.stringContaining('--reason') });
      expect(await operateFromShell('skip', id, '--reason', 'Broken by hand.', '--as', 'ida')).toMatchObject({ code: 0 });
      expect(await operateFromShell('skip', id, '--reason', 'Broken by hand.')).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('not dead any more'),
      });
      await eventually(async () => (await toldOf(post)).includes('behind'));
      const audit = (await operate('audit', '--subject', id)).stdout;
      expect(audit).toMatch(/notification\.deadletter\.skipped .* shell:ida .*Broken by hand\./);
      expect((await auditTrail({ subjectIds: [id] }))[0]).toMatchObject({
        actor: null,
        data: { shellUser: 'ida', reason: 'Broken by hand.' },
      });
      expect(await operate('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('npm run operate -- skip ID') });
    });

  if (form === 'one process')
    test('a stuck checkout is retried from a shell, or compensated: then its stock and its money go back', async () => {
      const listing = await listProduct(agora, await signIn(agora, 'seller'), 'Cracked jar', 5);
      await onDatabase(agora, 'order', (client) =>
        client.query(`alter table payment add constraint broken check (kind <> 'SUCCEEDED' or saga_id < 'sag_') not valid`),
      );
      const [kept, given] = [await buy(agora, reader, listing.variantId), await buy(agora, reader, listing.variantId, 2)];
      const stuck = await eventually(async () => {
        const { sagas } = Stuck.parse(JSON.parse((await operate('stuck', '--service', 'order', '--json')).stdout));
        const found = [kept, given].map((orderId) => sagas.find(({ subjectId }) => subjectId === orderId)?.id ?? '');
        return !found.includes('') && found;
      });
      expect((await operate('stuck')).stdout).toMatch(/at {6}PROCESS_PAYMENT\n {2}why .*"broken"/);
      await onDatabase(agora, 'order', (client) => client.query('alter table payment drop constraint broken'));

      const [keptSaga = '', givenSaga = ''] = stuck;
      expect(await operate('retry-saga', keptSaga)).toMatchObject({ code: 0 });
      expect(await operate('compensate-saga', givenSaga)).toMatchObject({ code: 2, stderr: expect.stringContaining('--reason') });
      expect(await operate('compensate-saga', givenSaga, '--reason', 'The jars are cracked.', '--as', 'ida')).toMatchObject({ code: 0 });
      expect(await operate('retry-saga', givenSaga)).toMatchObject({ code: 1, stderr: expect.stringContaining('is stuck') });

      expect(await ending(agora, reader, kept)).toMatchObject({ status: 'CONFIRMED' });
      expect(await sagaCompleted(agora, reader, kept)).toEqual(Array(5).fill('DONE'));
      expect(await ending(agora, reader, given)).toEqual({ status: 'CANCELLED', cancellationReason: 'SAGA_TIMED_OUT' });
      await eventually(async () => (await available(agora, listing)) === 4);
      await eventually(async () => (await auditTrail({ subjectIds: [given], eventNames: ['order.payment.refunded'] })).length === 1);
      expect((await operate('audit', '--subject', given)).stdout).toMatch(/order\.cancelled .* shell:ida /);
    });

  if (hasWholeBus)
    test('what services keep of others is compared with events, filled again where it was emptied, and put right where it is wrong', async () => {
      const { eventServices } = await asAdmin(
        { eventServices: z.array(z.object({ projections: z.array(z.object({ name: z.string(), rebuiltAt: z.string().nullable() })) })) },
        '{ eventServices { projections { name rebuiltAt } } }',
      );
      const names = eventServices.flatMap(({ projections }) => projections.map(({ name }) => name)).sort();
      expect(names).toEqual(Object.keys(KEPT).sort());

      const aversions = `mutation ($block: ID!, $mute: ID!, $until: DateTime!) {
      userBlock(input: { userId: $block }) { userErrors { code message field } }
      userMute(input: { userId: $mute }) { userErrors { code message field } }
      soon: userMute(input: { userId: $block, until: $until }) { userErrors { code message field } }
      userPreferencesUpdate(input: { isPersonalised: false }) { userErrors { code message field } }
    }`;
      const done = z.object({ userErrors: userErrors.length(0) });
      const until = new Date(Date.now() + 86_400_000).toISOString();
      await data(
        agora,
        { userBlock: done, userMute: done, soon: done, userPreferencesUpdate: done },
        aversions,
        { block: author.id, mute: admin.id, until },
        reader,
      );
      const lines = [{ variantId: newId('var'), productId: newId('prd'), quantity: 1 }];
      const delivered = { orderId: newId('ord'), buyerId: reader.id, lines, deliveredAt: new Date().toISOString() };
      await announce(agora, 'order', { type: 'order.delivered.v1', topic: 'order.events', key: delivered.orderId, data: delivered });
      await nothingBehind();
      const compared = await operate('rebuild', ...names);
      expect(compared).toEqual({ code: 0, stdout: expect.anything(), stderr: expect.stringContaining('100 %') });
      for (const name of names)
        expect(compared.stdout).toMatch(new RegExp(`^${name}: [1-9]\\d* events make [1-9]\\d* rows, as there are\\.$`, 'm'));

      const rowsOf = ({ service, table, columns }: Kept) =>
        onDatabase(agora, service, async (client) => (await client.query(`select ${columns} from ${table} order by ${table}::text`)).rows);
      const rows = () => Promise.all(Object.values(KEPT).map(rowsOf));
      const breakAll = () =>
        Promise.all(Object.values(KEPT).map(({ service, broken }) => onDatabase(agora, service, (client) => client.query(broken))));
      const before = await rows();
      await breakAll();
      const differing = await operate('rebuild', ...names);
      expect(differing.code).toBe(1);
      for (const name of names) expect(differing.stdout).toMatch(new RegExp(`^${name}: .*( [1-9]\\d* too few| [1-9]\\d* that are)`, 'm'));
      expect(await operate('rebuild', ...names, '--replace', '--reason', 'It was broken.')).toMatchObject({ code: 0 });
      expect(await rows()).toEqual(before);

      const replay = (name: string) => ['replay', '--group', KEPT[name]?.group ?? '', '--projection', name, '--from', '2026-11-01T00:00Z'];
      expect(await operate(...replay('listings'))).toMatchObject({ code: 1, stderr: expect.stringContaining('is not empty') });
      await breakAll();
      for (const name of names) expect(await operate(...replay(name))).toMatchObject({ code: 0, stderr: expect.stringContaining('100 %') });
      expect(await rows()).toEqual(before);
      expect(await operate(...replay('listings'), '--empty', '--as', 'ida')).toMatchObject({ code: 0 });
      expect(await rows()).toEqual(before);
      expect((await operate('audit', '--subject', 'listings')).stdout).toMatch(/projection\.refilled .* shell:ida /);
      expect(await operate('rebuild', 'nothing')).toMatchObject({ code: 2, stderr: expect.stringContaining('there are') });
      expect(await operate('replay', '--group', 'order', '--from', 'then')).toMatchObject({ code: 2 });
    });

  test('an ADMIN has a projection filled again, sees how far that is, and nobody else does', async () => {
    const input = { service: 'order', group: 'order', mode: 'REBUILD', projection: 'listings', reason: 'To be sure.' };
    const dry = await startReplay({ ...input, isDryRun: true });
    expect(dry).toMatchObject({
      userErrors: [],
      replay: { projection: 'listings', isDryRun: true, from: null, startedBy: { id: admin.id } },
    });
    const compared = await ended(dry.replay?.id ?? '');
    expect(compared).toMatchObject({
      status: 'DONE',
      differenceCount: hasWholeBus ? 0 : expect.any(Number),
      topics: ['catalog.events'],
      lastError: null,
    });
    expect(compared.readCount).toBe(compared.totalCount);
    // What the demo's events told of is not on a broker that came later, and is to stay.
    const { replay } = await startReplay({ ...input, isDryRun: !hasWholeBus });
    expect(await ended(replay?.id ?? '')).toMatchObject({ status: 'DONE', isDryRun: !hasWholeBus });

    const { eventReplays } = await asAdmin(
      { eventReplays: z.object({ nodes: z.array(Replay), totalCount: z.number() }) },
      `{ eventReplays(first: 2, statuses: [DONE]) { nodes { ${REPLAY} } totalCount } }`,
    );
    expect(eventReplays.nodes.map(({ id }) => id)).toEqual([replay?.id, dry.replay?.id]);
    const { eventServices } = await asAdmin(
      { eventServices: z.array(z.object({ projections: z.array(z.object({ rebuiltAt: z.string().nullable() })) })) },
      '{ eventServices(names: ["order"]) { projections { rebuiltAt } } }',
    );
    expect(eventServices[0]?.projections[0]?.rebuiltAt !== null).toBe(hasWholeBus);

    for (const [wrong, code, field] of [
      [{ service: 'nobody' }, 'NOT_FOUND', 'service'],
      [{ group: 'user' }, 'NOT_FOUND', 'group'],
      [{ projection: 'none' }, 'NOT_FOUND', 'projection'],
      [{ projection: null }, 'REQUIRED', 'projection'],
      [{ topics: ['catalog.events'] }, 'INVALID', 'topics'],
      [{ mode: 'REDELIVER' }, 'INVALID', 'projection'],
      [{ reason: ' ' }, 'REQUIRED', 'reason'],
    ] as const)
      expect(await startReplay({ ...input, ...wrong })).toMatchObject({ replay: null, userErrors: [{ code, field: [field] }] });
    const cancel = (replayId: string | undefined) =>
      asAdmin(
        { eventReplayCancel: z.object({ userErrors }) },
        'mutation ($input: EventReplayCancelInput!) { eventReplayCancel(input: $input) { userErrors { code message field } } }',
        { input: { replayId } },
      );
    expect((await cancel(replay?.id)).eventReplayCancel.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['replayId'] }]);
    expect((await cancel('rpl_none')).eventReplayCancel.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['replayId'] }]);
    const others = await ask(agora, 'query ($id: ID!) { node(id: $id) { id } eventReplays { totalCount } }', { id: replay?.id }, reader);
    expect(others).toMatchObject({ data: { node: null, eventReplays: null }, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  test('an ADMIN has events handed to a group again, which changes nothing where it missed none; the audit trail tells who and why', async () => {
    const input = { service: 'order', group: 'order', mode: 'REDELIVER', reason: 'Something may be missing.' };
    const counted = await ended((await startReplay({ ...input, isDryRun: true })).replay?.id ?? '');
    expect(counted).toMatchObject({ status: 'DONE', mode: 'REDELIVER', projection: null, isDryRun: true, differenceCount: null });
    expect(counted).toMatchObject({ readCount: counted.totalCount, appliedCount: 0 });
    const done = await ended((await startReplay({ ...input, topics: ['catalog.events'] })).replay?.id ?? '');
    expect(done).toMatchObject({ status: 'DONE', topics: ['catalog.events'], appliedCount: 0, startedBy: { id: admin.id } });
    const [told] = await auditTrail({ eventNames: ['order.events.redelivered'] });
    expect(told).toMatchObject({ actor: { id: admin.id }, data: { group: 'order', topics: ['catalog.events'], reason: input.reason } });
    expect(await startReplay({ ...input, topics: ['forum.events'] })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', field: ['topics', '0'] }],
    });
  });

  if (form === 'one process')
    test('databases whose addresses are secrets in files are worked on, and tell how far each service is behind', async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'agora-secrets-'));
      const files: Record<string, string> = { AGORA_DATA: folder };
      for (const [name, database] of [['BUS', 'bus'], ...SERVICES.map((service) => [service.toUpperCase(), service] as const)] as const) {
        const file = path.join(folder, database);
        await writeFile(file, await agora.databaseUrl(database));
        files[`${name}_DATABASE_URL_FILE`] = file;
      }
      try {
        const status = await operateIn(files, 'status', '--json');
        const { services } = Status.parse(JSON.parse(status.stdout));
        expect(services.map(({ service }) => service)).toEqual(SERVICES);
      } finally {
        await rm(folder, { recursive: true });
      }
    });

  if (form !== 'one process')
    test('where no database is known the services are asked, and answer nobody but operators', async () => {
      const post = await write('Far tureen');
      await announce(agora, 'forum', { type: 'forum.comment.added.v1', topic: 'forum.events', key: post, data: { postId: post } });
      const [letter] = await eventually(async () => {
        const found = await deadLetters({ keys: [post] });
        return found.length > 0 && found;
      });
      const urls = Object.fromEntries(
        await Promise.all(
          SERVICES.map(async (name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${await portOf(name)}/graphql`] as const),
        ),
      );
      const secret = (await readFile(path.join(agora.data, 'gateway-secret'), 'utf8')).trim();
      const far = { ...urls, AGORA_GATEWAY_SECRET: secret, AGORA_DATA: path.join(agora.data, 'nothing') };

      const status = await operateIn(far, 'status', '--json');
      expect(JSON.parse(status.stdout)).toMatchObject({ services: SERVICES.map((service) => ({ service })), unreachable: [] });
      expect(await operateIn(far, 'stuck')).toEqual({ code: 0, stdout: 'Nothing is stuck.\n', stderr: '' });
      const compared = await operateIn(far, 'rebuild', 'listings');
      expect(compared).toMatchObject({
        stdout: expect.stringMatching(/^listings: \d+ events make/),
        stderr: expect.stringContaining('100 %'),
      });
      const gone = await operateIn({ ...far, ORDER_URL: 'http://127.0.0.1:9/graphql' }, 'dead');
      expect(gone).toMatchObject({
        code: 3,
        stderr: expect.stringMatching(/^Left out: order/),
        stdout: expect.stringContaining(letter?.id ?? ''),
      });
      expect(await operateIn(far, 'skip', letter?.id ?? '', '--reason', 'From afar.')).toMatchObject({ code: 0 });

      const own = signIdentity(secret, { actor: { id: reader.id, roles: ['USER'], sessionId: 'x', authTime: 0 }, ip: '' });
      for (const [headers, status, code] of [
        [{}, 401, 'UNAUTHENTICATED'],
        [{ [IDENTITY_HEADER]: own }, 200, 'FORBIDDEN'],
      ] as const) {
        const response = await fetch(new URL('operate', urls['ORDER_URL']), {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ query: '{ eventFlow { unpublishedCount } }' }),
        });
        expect([response.status, await response.json()]).toMatchObject([status, { errors: [{ extensions: { code } }] }]);
      }
    });

  if (form !== 'one process')
    test('a service that is down is left out and named, and what is in its database is reached all the same', async () => {
      const post = await write('Lost letter');
      await announce(agora, 'forum', { type: 'forum.comment.added.v1', topic: 'forum.events', key: post, data: { postId: post } });
      const [letter] = await eventually(async () => {
        const found = await deadLetters({ keys: [post] });
        return found.length > 0 && found;
      });
      await withoutNotification(async () => {
        const query = '{ deadLetters { nodes { id } unreachableServices } eventServices { name isReachable unpublishedCount } }';
        const { data: told, errors } = await ask(agora, query, {}, admin);
        expect(errors).toBeUndefined();
        expect(told?.['deadLetters']).toMatchObject({ unreachableServices: ['notification'] });
        expect(told?.['eventServices']).toContainEqual({ name: 'notification', isReachable: false, unpublishedCount: null });
        const refused = await ask(agora, SKIP, { input: { deadLetterId: letter?.id, reason: 'Now.' } }, admin);
        expect(refused.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'notification' } }]);
        expect((await operate('show', letter?.id ?? '')).code).toBe(0);
        // A Kafka that has just lost a member may take longer than the command waits for how far behind the others are.
        const { services } = await eventually(async () => Status.parse(JSON.parse((await operate('status', '--json')).stdout)));
        expect(services.map(({ service }) => service)).toEqual(SERVICES);
      });
      await eventually(async () => (await skip(letter?.id ?? '', 'Now.')).userErrors.length === 0);
    });

  const Consumers = z.array(
    z.object({
      group: z.string(),
      lag: z.number(),
      parkedKeyCount: z.number(),
      deadLetterCount: z.number(),
      topics: z.array(z.object({ topic: z.string(), lag: z.number() })).min(1),
    }),
  );
  const Status = z.object({
    services: z.array(z.object({ service: z.string(), unpublishedCount: z.number(), consumers: z.array(z.object({ lag: z.number() })) })),
  });
  const Stuck = z.object({ sagas: z.array(z.object({ id: z.string(), subjectId: z.string() })) });
  const Listed = z.object({ keys: z.array(z.object({ id: z.string(), key: z.string() })) });
  const RETRY =
    'mutation ($input: DeadLetterRetryInput!) { deadLetterRetry(input: $input) { retriedIds userErrors { code message field } } }';
  const SKIP = 'mutation ($input: DeadLetterSkipInput!) { deadLetterSkip(input: $input) { skippedId userErrors { code message field } } }';

  const Replay = z.object({
    id: z.string(),
    mode: z.string(),
    projection: z.string().nullable(),
    topics: z.array(z.string()),
    from: z.string().nullable(),
    isDryRun: z.boolean(),
    status: z.string(),
    totalCount: z.number(),
    readCount: z.number(),
    appliedCount: z.number(),
    differenceCount: z.number().nullable(),
    lastError: z.string().nullable(),
    startedBy: z.object({ id: z.string() }).nullable(),
  });
  const REPLAY =
    'id mode projection topics from isDryRun status totalCount readCount appliedCount differenceCount lastError startedBy { id }';

  async function startReplay(input: object) {
    const { eventReplayStart } = await asAdmin(
      { eventReplayStart: z.object({ replay: Replay.nullable(), userErrors }) },
      `mutation ($input: EventReplayStartInput!) {
        eventReplayStart(input: $input) { replay { ${REPLAY} } userErrors { code message field } }
      }`,
      { input },
    );
    return eventReplayStart;
  }

  function asAdmin<Shape extends z.ZodRawShape>(shape: Shape, query: string, variables: object = {}) {
    return data(agora, shape, query, variables, admin);
  }

  async function deadLetters(filter: object): Promise<z.output<typeof Letter>[]> {
    const { deadLetters } = await asAdmin(
      { deadLetters: z.object({ nodes: z.array(Letter), unreachableServices: z.array(z.string()).length(0) }) },
      `query ($filter: DeadLetterFilterInput) { deadLetters(filter: $filter) { nodes { ${LETTER} } unreachableServices } }`,
      { filter },
    );
    return deadLetters.nodes;
  }

  /** Every service has reacted to everything that was announced. */
  async function nothingBehind(): Promise<void> {
    await eventually(async () => {
      const { services } = Status.parse(JSON.parse((await operate('status', '--json')).stdout));
      return services.every(({ unpublishedCount, consumers }) => unpublishedCount === 0 && consumers.every(({ lag }) => lag === 0));
    });
  }

  async function parkedKeys(key: string) {
    const node = z.object({
      service: z.string(),
      group: z.string(),
      topic: z.string(),
      key: z.string(),
      waitingCount: z.number(),
      deadLetter: z.object({ id: z.string() }).nullable(),
    });
    const { parkedKeys } = await asAdmin(
      { parkedKeys: z.object({ nodes: z.array(node) }) },
      'query ($filter: ParkedKeyFilterInput) { parkedKeys(filter: $filter) { nodes { service group topic key waitingCount deadLetter { id } } } }',
      { filter: { keys: [key] } },
    );
    return parkedKeys.nodes;
  }

  async function auditTrail(filter: object) {
    const node = z.object({
      id: z.string(),
      service: z.string(),
      eventName: z.string(),
      key: z.string(),
      actor: z.object({ id: z.string(), displayName: z.string() }).nullable(),
      data: z.unknown(),
    });
    const { auditTrail } = await asAdmin(
      { auditTrail: z.object({ nodes: z.array(node) }) },
      'query ($filter: AuditEntryFilterInput) { auditTrail(filter: $filter) { nodes { id service eventName key actor { id displayName } data } } }',
      { filter },
    );
    return auditTrail.nodes;
  }

  async function retry(deadLetterIds: readonly string[]) {
    const { deadLetterRetry } = await asAdmin(
      { deadLetterRetry: z.object({ retriedIds: z.array(z.string()).nullable(), userErrors }) },
      RETRY,
      { input: { deadLetterIds } },
    );
    return deadLetterRetry;
  }

  async function skip(deadLetterId: string, reason: string, idempotencyKey: string = newUuid()) {
    const { deadLetterSkip } = await data(
      agora,
      { deadLetterSkip: z.object({ skippedId: z.string().nullable(), userErrors }) },
      SKIP,
      { input: { deadLetterId, reason } },
      { ...admin, headers: { 'idempotency-key': idempotencyKey } },
    );
    return deadLetterSkip;
  }

  async function retryKey({ service, group, topic, key }: { service: string; group: string; topic: string; key: string }) {
    const { parkedKeyRetry } = await asAdmin(
      { parkedKeyRetry: z.object({ parkedKey: z.object({ deadLetter: z.object({ id: z.string() }).nullable() }).nullable(), userErrors }) },
      `mutation ($input: ParkedKeyRetryInput!) {
        parkedKeyRetry(input: $input) { parkedKey { deadLetter { id } } userErrors { code message field } }
      }`,
      { input: { service, group, topic, key } },
    );
    return parkedKeyRetry;
  }

  const write = (title: string) => writePost(agora, author, { title, body: 'How would you mend it?' });

  async function comment(postId: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
    await data(
      agora,
      { commentCreate: z.object({ userErrors: z.array(z.never()) }) },
      'mutation ($input: CommentCreateInput!) { commentCreate(input: $input) { userErrors { code } } }',
      { input: { postId, body } },
      { ...reader, headers },
    );
  }

  function ended(id: string) {
    return eventually(async () => {
      const { node } = await asAdmin({ node: Replay }, `query ($id: ID!) { node(id: $id) { ... on EventReplay { ${REPLAY} } } }`, { id });
      return node.status !== 'RUNNING' && node;
    });
  }

  /** Of what the author was told about a post, the comments' texts, oldest first. */
  async function toldOf(postId: string): Promise<string[]> {
    const subject = z.object({ body: z.string(), post: z.object({ id: z.string() }) }).nullable();
    const { viewer } = await data(
      agora,
      { viewer: z.object({ notifications: z.object({ nodes: z.array(z.object({ subject })) }) }) },
      '{ viewer { notifications(first: 50) { nodes { subject { ... on Comment { body post { id } } } } } } }',
      {},
      author,
    );
    const told = viewer.notifications.nodes.flatMap(({ subject }) => (subject?.post.id === postId ? [subject.body] : []));
    return told.toReversed();
  }

  /** Whenever it starts again, it is killed before it can answer. */
  async function withoutNotification(work: () => Promise<void>): Promise<void> {
    let isOver = false;
    const killer = (async () => {
      while (!isOver) await agora.kill('notification').catch(() => {});
    })();
    try {
      await eventually(async () => (await (await fetch(`${agora.url}/health/ready`)).text()).includes('"notification":"down"'));
      await work();
    } finally {
      isOver = true;
      await killer;
    }
  }

  async function portOf(service: string): Promise<string> {
    const environment = await readFile(`/proc/${await agora.pidOf(service)}/environ`, 'utf8');
    return /^PORT=(.*)$/m.exec(environment.replaceAll('\0', '\n'))?.[1] ?? '';
  }

  /** Runs the command for this marketplace, in this process: a process of its own takes a second of the processor to read its code. */
  function operate(...args: readonly string[]) {
    return operateIn(agora.settings, ...args);
  }

  /** Runs the command as an operator of this marketplace would. */
  function operateFromShell(...args: readonly string[]): Promise<Outcome> {
    const { PATH, HOME } = process.env;
    return new Promise((resolve) => {
      const env = { PATH, HOME, ...compileCacheOf(ROOT), ...agora.settings };
      const child = execFile(process.execPath, ['local/src/operate.ts', ...args], { cwd: ROOT, env }, (_, stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      );
    });
  }
});

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function operateIn(settings: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Outcome> {
  const life = new Lifecycle(createLogger('operate', 'error'));
  let [stdout, stderr] = ['', ''];
  const terminal = {
    say: (text: string) => void (stdout += `${text}\n`),
    warn: (text: string) => void (stderr += `${text}\n`),
    progress: (text: string) => void (stderr += `${text}\n`),
  };
  const code = await runOperate(args, settings, terminal, life);
  await life.stop();
  return { code, stdout, stderr };
}
