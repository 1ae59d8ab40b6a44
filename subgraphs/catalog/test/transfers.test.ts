import { rm } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@agora/platform/security/actor';
import { eventually } from '@agora/platform/testing/eventually';
import { randomFrom } from '@agora/platform/testing/random';
import { person } from '@agora/platform/testing/subgraph';
import { take } from '@agora/platform/testing/take';
import { ProductCreated, ProductJobEnded, ProductUpdated, StockAdjusted } from '@agora/schema/events/catalog';
import pg from 'pg';
import * as z from 'zod';
import { start } from '../src/main.ts';
import { transferring } from './transferring.ts';
import { openUploads, picture, type Uploads } from './uploads.ts';

let folder: string;
let uploads: Uploads;
let gestures: ReturnType<typeof transferring>;

beforeAll(async () => {
  uploads = await openUploads({ PRODUCT_JOB_LEASE_SECONDS: '1' });
  folder = uploads.shop.env['MEDIA_FOLDER'] ?? '';
  gestures = transferring(uploads);
});
afterAll(() => uploads?.stop());

const HEADER = 'handle,sku,name,description,category,currency,price,stock';
const line = (number: number, price = '10.00') =>
  `ware-${number},SKU-${number},Ware ${number},As useful as the others.,crafts,EUR,${price},${number}`;
const file = (...lines: readonly string[]) => [HEADER, ...lines].join('\r\n');

const Made = z.object({ payload: z.object({ made: z.object({ id: z.string() }).nullish(), userErrors: z.tuple([]) }) });

/** What a seller has, as an export says it. */
const stateOf = async (seller: Actor) => (await gestures.exported(seller, 'JSON_LINES')).trim();

describe('an import', () => {
  test('makes products with their variants, prices, stock and facts, and a second one of the same file changes and announces nothing', async () => {
    const seller = person('SELLER');
    const csv = [
      '\uFEFFsep=;',
      'Handle;SKU;Name;Description;Category;option1_name;option1_value;Currency;Price;compare_at_price;price:USD;Barcode;weight_grams;is_enabled;Stock',
      'bowl;B-1;"Bowl; ""deep""";"Two\nlines.";crafts;Size;S;EUR;12,50;15;14.00;4006381333931;300;VERDADERO;7',
      'bowl;B-2;;;;;L;;13,50;;;;;false;0',
      '',
      'lamp;L-1;Lamp;Gives light.;crafts;;;EUR;80;;;;;;1',
    ].join('\r\n');
    const first = await gestures.imported(seller, csv);
    expect(first).toMatchObject({ status: 'COMPLETED', totalRows: 3, processedRows: 3, createdCount: 2, failedCount: 0, errorsUrl: null });
    const lines = (await stateOf(seller)).split('\n').map((one): unknown => JSON.parse(one));
    expect(lines).toMatchObject([
      {
        handle: 'bowl-deep',
        name: 'Bowl; "deep"',
        description: 'Two\nlines.',
        option1_name: 'Size',
        option1_value: 'S',
        price: '12.50',
        compare_at_price: '15.00',
        'price:USD': '14.00',
        barcode: '4006381333931',
        weight_grams: 300,
        stock: 7,
      },
      { sku: 'B-2', option1_value: 'L', price: '13.50', is_enabled: false, stock: 0 },
      { sku: 'L-1', name: 'Lamp', stock: 1 },
    ]);
    const heard = () =>
      [ProductCreated, ProductUpdated].flatMap((event) => uploads.shop.heardAll(event, ({ sellerId }) => sellerId === seller.id)).length;
    await eventually(() => heard() >= 3);
    const before = heard();
    const again = await gestures.imported(seller, csv);
    expect(again).toMatchObject({ status: 'COMPLETED', createdCount: 0, updatedCount: 0, unchangedCount: 2, failedCount: 0 });
    await uploads.shop.heard(ProductJobEnded, ({ jobId }) => jobId === again.id);
    expect(heard()).toBe(before);
    expect(await stateOf(seller)).toBe(lines.map((one) => JSON.stringify(one)).join('\n'));
  });

  test('changes what its cells say, and leaves what they do not', async () => {
    const seller = person('SELLER');
    await gestures.imported(seller, file(line(1), line(2)));
    const changes = ['handle,sku,price,stock', 'ware-1,SKU-1,11.00,', 'ware-2,SKU-2,10.00,9'].join('\n');
    const dry = await gestures.imported(seller, changes, { isDryRun: true });
    expect(dry).toMatchObject({ status: 'COMPLETED', updatedCount: 2 });
    expect(await stateOf(seller)).toContain('"sku":"SKU-1","name":"Ware 1"');
    expect(await stateOf(seller)).toContain('"price":"10.00"');
    const ended = await gestures.imported(seller, changes);
    expect(ended).toMatchObject({ updatedCount: 2, unchangedCount: 0, failedCount: 0 });
    const state = (await stateOf(seller)).split('\n').map((one) => z.object({ price: z.string(), stock: z.int() }).parse(JSON.parse(one)));
    expect(state).toEqual([
      { price: '11.00', stock: 1 },
      { price: '10.00', stock: 9 },
    ]);
    const { movements } = await uploads.shop.heard(StockAdjusted, ({ sellerId }) => sellerId === seller.id);
    expect(movements).toMatchObject([{ kind: 'IMPORTED', quantity: 7 }]);
  });

  test('of a file that breaks every rule answers each line with its column and the reason, in the language of who reads it', async () => {
    const seller = person('SELLER');
    await gestures.imported(seller, file(line(1), line(2)));
    const head = `${HEADER},barcode,weight_grams,is_digital,compare_at_price,option1_name,option1_value,locale,pictures,picture,tags,tax_class,name:es,description:es,name:en`;
    const wrong: readonly (readonly [string, string, string])[] = [
      [',S-2,A,B,crafts,EUR,1,1', 'handle', 'REQUIRED'],
      ['h3,,A,B,crafts,EUR,1,1', 'sku', 'REQUIRED'],
      ['h4,S-4,,B,crafts,EUR,1,1', 'name', 'REQUIRED'],
      ['h5,S-5,A,B,nothing-like-it,EUR,1,1', 'category', 'NOT_FOUND'],
      ['h6,S-6,A,B,crafts,XXQ,1,1', 'currency', 'INVALID'],
      ['h7,S-7,A,B,crafts,EUR,"1,234",1', 'price', 'INVALID'],
      ['h8,S-8,A,B,crafts,EUR,0,1', 'price', 'INVALID'],
      ['h9,S-9,A,B,crafts,EUR,1,many', 'stock', 'INVALID'],
      ['h10,S-10,A,B,crafts,EUR,1,1,123', 'barcode', 'INVALID'],
      ['h11,S-11,A,B,crafts,EUR,1,1,,1.5', 'weight_grams', 'INVALID'],
      ['h12,S-12,A,B,crafts,EUR,1,1,,,perhaps', 'is_digital', 'INVALID'],
      ['h13,S-13,A,B,crafts,EUR,2,1,,,,1', 'compare_at_price', 'INVALID'],
      ['h14,S-14,A,B,crafts,EUR,1,1,,,,,Size', 'option1_value', 'INVALID'],
      ['h15,S-15,A,B,crafts,EUR,1,1,,,,,,,klingon', 'locale', 'INVALID'],
      ['h16,S-16,A,B,crafts,EUR,1,1,,,,,,,,med_nothing', 'pictures', 'NOT_FOUND'],
      ['h17,S-16,A,B,crafts,EUR,1,1', 'sku', 'SKU_TAKEN'],
      ['h3,S-18,A,B,crafts,EUR,1,1', 'handle', 'INVALID'],
      ['h19,SKU-1,,,,USD,1,1', 'currency', 'INVALID'],
      [`h20,${'x'.repeat(65)},A,B,crafts,EUR,1,1`, 'sku', 'INVALID'],
      ['h21,S-21,A,B,crafts,EUR,,1', 'price', 'INVALID'],
      [`h22,S-22,A,B,crafts,EUR,1,1${',x'.repeat(20)}`, '', 'INVALID'],
      [`h23,S-23,A,B,crafts,EUR,1,1${','.repeat(10)}${'x'.repeat(41)}`, 'tags', 'INVALID'],
      [`h24,S-24,A,B,crafts,EUR,1,1${','.repeat(11)}LUXURY`, 'tax_class', 'INVALID'],
      [`h25,S-25,A,B,crafts,EUR,1,1${','.repeat(13)}Texto`, 'name:es', 'REQUIRED'],
      [`h26,S-26,A,B,crafts,EUR,1,1${','.repeat(12)}${'x'.repeat(201)}`, 'name:es', 'INVALID'],
      [`h27,S-27,A,B,crafts,EUR,1,1${','.repeat(14)}Name`, 'name:en', 'INVALID'],
    ];
    const good = 'h-good,S-GOOD,A,B,crafts,EUR,1,1';
    const job = await gestures.imported(seller, [head, ...wrong.map(([row]) => row), good].join('\n'));
    expect(job).toMatchObject({ status: 'COMPLETED', createdCount: 1, failedCount: wrong.length, processedRows: wrong.length + 1 });
    const problems = await gestures.problems(seller, job.id);
    const found = wrong.map((_, at) => problems.filter(({ row }) => row === at + 2).map(({ column, code }) => `${column ?? ''} ${code}`));
    expect(found.map((all, at) => (all.includes(wrong[at]?.slice(1).join(' ') ?? '') ? wrong[at]?.[0] : all))).toEqual(
      wrong.map(([row]) => row),
    );
    expect(problems.find(({ row }) => row === 9)).toMatchObject({ value: 'many', message: 'This is no whole number.' });
    expect((await gestures.problems(seller, job.id, 'es')).find(({ row }) => row === 9)?.message).toBe('Esto no es un número entero.');

    const mended = await (await fetch(job.errorsUrl ?? '')).text();
    expect(mended.split('\r\n')[0]).toBe(`error,${head}`);
    expect(mended).toContain('stock: This is no whole number.,h9,S-9');
    expect(mended).not.toContain('S-GOOD');
  });

  test('takes a product with a wrong line as a whole or not at all, and no other with it', async () => {
    const seller = person('SELLER');
    const head = `${HEADER},option1_name,option1_value`;
    const rows = ['a,A-1,A,B,crafts,EUR,1,1,Size,S', 'a,A-2,,,,,-1,1,,L', 'b,B-1,A,B,crafts,EUR,1,1'];
    const job = await gestures.imported(seller, [head, ...rows].join('\n'));
    expect(job).toMatchObject({ createdCount: 1, failedCount: 2 });
    expect(await gestures.problems(seller, job.id)).toMatchObject([{ row: 3, column: 'price', value: '-1', code: 'INVALID' }]);
    expect(await stateOf(seller)).not.toContain('A-1');
  });

  test.each([
    ['CREATE_ONLY', 'SKU-1', 'ALREADY_EXISTS', 2],
    ['UPDATE_ONLY', 'SKU-9', 'NOT_FOUND', 3],
  ] as const)('in the mode %s takes the other products for errors', async (mode, value, code, row) => {
    const seller = person('SELLER');
    await gestures.imported(seller, file(line(1)));
    const job = await gestures.imported(seller, file(line(1, '12.00'), line(9)), { mode });
    expect(await gestures.problems(seller, job.id)).toMatchObject([{ row, column: 'sku', value, code }]);
  });

  test.each([
    ['in another encoding', Buffer.from(`${HEADER}\nñ`, 'latin1'), 'CSV', /UTF-8/],
    ['in UTF-16', Buffer.from(`\uFEFF${HEADER}\nx`, 'utf16le'), 'CSV', /UTF-8/],
    ['without a column that is needed', 'name,price\nA,1', 'CSV', /column is needed/],
    ['with a column that there is not', `${HEADER},colour\n${line(1)},red`, 'CSV', /no column of this name/],
    ['without lines', HEADER, 'CSV', /no lines/],
    ['with a quotation mark that is not closed', `${HEADER}\n${line(1)}\nh,"S`, 'CSV', /never closed/],
    ['with an endless line', `${HEADER}\n${'x'.repeat(600_000)}`, 'CSV', /at most 500000 characters/],
    ['with too many columns', `${'a,'.repeat(2_000)}\n`, 'CSV', /at most 1000 columns/],
    ['of JSON in one endless line', '['.repeat(600_000), 'JSON_LINES', /at most 500000 characters/],
  ] as const)('of a file %s fails with one sentence and makes nothing', async (_, content, format, sentence) => {
    const seller = person('SELLER');
    const job = await gestures.imported(seller, content, { format });
    expect(job).toMatchObject({ status: 'FAILED', createdCount: 0 });
    const problems = await gestures.problems(seller, job.id);
    expect(problems[0]?.message).toMatch(sentence);
    expect(await stateOf(seller)).toBe('');
  });

  test('of JSON Lines answers a line that is no object, and goes on', async () => {
    const seller = person('SELLER');
    const ware = {
      handle: 'a',
      sku: 'A-1',
      name: 'A',
      description: 'B',
      category: 'crafts',
      currency: 'EUR',
      price: 1.5,
      stock: 3,
      is_digital: true,
    };
    const lines = [JSON.stringify(ware), '{"handle":', '[1]', JSON.stringify({ ...ware, handle: 'b', sku: 'B-1', colour: 'red' })];
    const job = await gestures.imported(seller, lines.join('\n'), { format: 'JSON_LINES' });
    expect(job).toMatchObject({ createdCount: 1, failedCount: 3 });
    const problems = await gestures.problems(seller, job.id);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [2, null],
      [3, null],
      [4, 'colour'],
    ]);
  });

  test('takes no packed file, and none of another purpose', async () => {
    const seller = person('SELLER');
    const packed = await uploads.upload(seller, gzipSync(HEADER), { purpose: 'IMPORT', contentType: 'text/csv' });
    expect(packed).toMatchObject({ status: 'REJECTED', rejection: { code: 'TYPE_MISMATCH' } });
    const { userErrors } = await gestures.begin(seller, packed?.id ?? '');
    expect(userErrors).toMatchObject([{ code: 'MEDIA_REJECTED', field: ['mediaId'] }]);
    const mine = await gestures.file(seller, file(line(1)));
    expect((await gestures.begin(person('SELLER'), mine)).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['mediaId'] }]);
  });

  test('that is restarted, and loses its connections, at whatever moment ends with every product once', async () => {
    const seller = person('SELLER');
    const count = 150;
    const rows = Array.from({ length: count }, (_, at) => line(at + 1));
    const { job } = await gestures.begin(seller, await gestures.file(seller, file(...rows)));
    const id = job?.id ?? '';
    const random = randomFrom(7);
    // Who asks at the moment of a kill is answered that catalog is away.
    const rowsDone = () => eventually(async () => ((await gestures.job(seller, id))?.processedRows ?? -1) + 1);
    for (const kill of ['connections', 'service', 'connections']) {
      const atRow = (await rowsDone()) + Math.floor(random() * 30);
      await eventually(async () => (await rowsDone()) > Math.min(atRow, count - 10));
      if (kill === 'service') await uploads.shop.restart(start);
      else await killConnections();
    }
    expect(await gestures.ended(seller, id)).toMatchObject({
      status: 'COMPLETED',
      processedRows: count,
      createdCount: count,
      failedCount: 0,
    });
    const skus = (await stateOf(seller)).split('\n').map((one) => z.object({ sku: z.string() }).parse(JSON.parse(one)).sku);
    expect(skus.toSorted()).toEqual(Array.from({ length: count }, (_, at) => `SKU-${at + 1}`).toSorted());
  });

  describe('that comes to a halt in the middle of a product', () => {
    let holder: pg.Client;
    let other: pg.Client;
    /** In no transaction: it would see the same for as long as that lasts. */
    let watcher: pg.Client;

    beforeAll(async () => {
      [holder, other, watcher] = await Promise.all([connected(), connected(), connected()]);
    });
    afterEach(async () => void (await Promise.all([holder, other].map((client) => client.query('rollback')))));
    afterAll(() => Promise.all([holder, other, watcher].map((client) => client.end())));

    /** The processes of PostgreSQL that wait for somebody in such a statement. */
    const waiting = async (statement: string) => {
      const found = "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like $1";
      const { rows } = await watcher.query(found, [statement]);
      return z.array(z.object({ pid: z.int() })).parse(rows);
    };

    /** Begins an import whose first product waits until `holder` lets go. */
    async function halted(seller: Actor, rows: readonly string[]): Promise<string> {
      const mediaId = await gestures.file(seller, file(...rows));
      await holder.query('begin');
      await holder.query('lock table product in share mode');
      const { job } = await gestures.begin(seller, mediaId, { mode: 'CREATE_ONLY' });
      await eventually(async () => (await waiting('insert into "product"%')).length === 1);
      return job?.id ?? '';
    }

    test('and is killed before it is noted that it is done leaves nothing of it, and makes it once afterwards', async () => {
      const seller = person('SELLER');
      const id = await halted(seller, [line(1), line(2)]);
      await other.query('begin');
      await other.query('select from product_job where id = $1 for update', [id]);
      await holder.query('rollback');
      const [noting] = await eventually(async () => {
        const found = await waiting('update product_job set done_row%');
        return found.length > 0 ? found : null;
      });
      await watcher.query('select pg_terminate_backend($1)', [noting?.pid]);
      await eventually(async () => (await waiting('update product_job set done_row%')).length === 0);
      expect((await watcher.query('select from product where seller_id = $1', [seller.id])).rows).toHaveLength(0);
      await other.query('rollback');
      expect(await gestures.ended(seller, id)).toMatchObject({ status: 'COMPLETED', createdCount: 2, failedCount: 0, processedRows: 2 });
    });

    test('while another process has taken it over writes nothing', async () => {
      const seller = person('SELLER');
      const id = await halted(seller, [line(1), line(2)]);
      const [halting] = await waiting('insert into "product"%');
      await watcher.query("update product_job set lease = 'of another', lease_until = now() + interval '1 hour' where id = $1", [id]);
      await holder.query('rollback');
      const state = async () => (await watcher.query('select state from pg_stat_activity where pid = $1', [halting?.pid])).rows;
      await eventually(async () => !JSON.stringify(await state()).match(/active|transaction/));
      expect((await watcher.query('select from product where seller_id = $1', [seller.id])).rows).toHaveLength(0);
      expect(await gestures.job(seller, id)).toMatchObject({ status: 'RUNNING', processedRows: 0 });
      await watcher.query('update product_job set lease_until = null where id = $1', [id]);
      expect(await gestures.ended(seller, id)).toMatchObject({ status: 'COMPLETED', createdCount: 2, failedCount: 0, processedRows: 2 });
    });

    test('for longer than its lease is taken over by another replica, and writes nothing more itself', async () => {
      const seller = person('SELLER');
      const rows = Array.from({ length: 20 }, (_, at) => line(at + 1));
      const id = await halted(seller, rows);
      const leaseOf = async () =>
        z
          .array(z.object({ lease: z.string().nullable() }))
          .parse((await watcher.query('select lease from product_job where id = $1', [id])).rows)[0]?.lease;
      const first = await leaseOf();
      const replica = await start({ env: uploads.shop.env, listen: false });
      try {
        await eventually(async () => (await waiting('insert into "product"%')).length === 2);
        expect(await leaseOf()).not.toBe(first);
        await holder.query('rollback');
        const ended = await gestures.ended(seller, id);
        expect(ended).toMatchObject({ status: 'COMPLETED', createdCount: 20, failedCount: 0, processedRows: 20 });
      } finally {
        await replica.stop();
      }
      const { rows: made } = await watcher.query('select from product where seller_id = $1', [seller.id]);
      expect(made).toHaveLength(20);
      expect(await gestures.problems(seller, id)).toEqual([]);
    });
  });

  test('whose file cannot be read ends after some tries, and can go on once that is mended', async () => {
    const seller = person('SELLER');
    const mediaId = await gestures.file(seller, file(line(1)));
    await rm(path.join(folder, 'media', mediaId), { recursive: true });
    const { job } = await gestures.begin(seller, mediaId);
    const ended = await gestures.ended(seller, job?.id ?? '');
    expect(ended).toMatchObject({ status: 'FAILED', viewerCanResume: true });
    expect(await gestures.problems(seller, ended.id)).toMatchObject([{ row: 1, code: 'CONFLICT' }]);
    expect((await gestures.resume(seller, ended.id)).job).toMatchObject({ finishedAt: null, viewerCanCancel: true });
    expect((await gestures.resume(seller, ended.id)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    await gestures.cancel(seller, ended.id);
  });

  test('is one at a time of a seller, is stopped, goes on behind what is done, and is nobody else’s', async () => {
    const seller = person('SELLER');
    const rows = Array.from({ length: 60 }, (_, at) => line(at + 1));
    const mediaId = await gestures.file(seller, file(...rows));
    const { job } = await gestures.begin(seller, mediaId);
    const id = job?.id ?? '';
    expect((await gestures.begin(seller, mediaId)).userErrors).toMatchObject([{ code: 'CONFLICT', field: null }]);
    const stranger = person('SELLER');
    expect(await gestures.job(stranger, id)).toBeNull();
    expect((await gestures.cancel(stranger, id)).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['productJobId'] }]);
    expect((await gestures.cancel(seller, id)).job).toMatchObject({ status: 'CANCELLED', viewerCanCancel: false, viewerCanResume: true });
    expect((await gestures.cancel(seller, id)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await gestures.resume(seller, id)).userErrors).toEqual([]);
    expect(await gestures.ended(seller, id)).toMatchObject({ status: 'COMPLETED', processedRows: 60, createdCount: 60 });
    expect((await gestures.resume(seller, id)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  test('does not keep those of others waiting', async () => {
    const [many, few] = [person('SELLER'), person('SELLER')];
    const rows = Array.from({ length: 1_500 }, (_, at) => line(at + 1));
    const long = await gestures.begin(many, await gestures.file(many, file(...rows)));
    const short = await gestures.imported(few, file(line(1)));
    expect(short).toMatchObject({ status: 'COMPLETED', createdCount: 1 });
    expect(await gestures.job(many, long.job?.id ?? '')).toMatchObject({ status: 'RUNNING' });
    await gestures.cancel(many, long.job?.id ?? '');
  });

  test('is followed live: what was missed comes, as it was then, and its end is the last', async () => {
    const seller = person('SELLER');
    const { job } = await gestures.begin(seller, await gestures.file(seller, file(line(1), line(2))));
    await gestures.ended(seller, job?.id ?? '');
    const stream = await uploads.shop.subscribe(
      `subscription ($id: ID!, $after: String) {
        productJobProgressed(jobId: $id, after: $after) { kind job { id status totalRows processedRows } }
      }`,
      { id: job?.id, after: job?.liveCursor },
      { as: seller },
    );
    const events = await take(stream, 2);
    expect(events.map(({ data }) => data?.['productJobProgressed'])).toEqual([
      { kind: 'PROGRESSED', job: { id: job?.id, status: 'RUNNING', totalRows: 2, processedRows: 0 } },
      { kind: 'ENDED', job: { id: job?.id, status: 'COMPLETED', totalRows: 2, processedRows: 2 } },
    ]);
    await expect(
      uploads.shop.subscribe(
        'subscription ($id: ID!) { productJobProgressed(jobId: $id) { kind } }',
        { id: job?.id },
        { as: person('SELLER') },
      ),
    ).rejects.toThrow('You have no such import or export.');
  });

  test('reads what is there of many products by a few statements, and asks for nothing more of those that are as the file says', async () => {
    const seller = person('SELLER');
    const csv = file(...Array.from({ length: 90 }, (_, at) => line(at + 1)));
    await gestures.imported(seller, csv);
    const mediaId = await gestures.file(seller, csv);
    uploads.shop.statements();
    const { job } = await gestures.begin(seller, mediaId);
    await gestures.ended(seller, job?.id ?? '');
    const touching = uploads.shop
      .statements()
      .filter((sql) => /\b(product_variant|product_option|variant_price|product_attribute|media_use|stock_level)\b/.test(sql));
    expect(touching.length).toBeLessThan(15);
  });
});

const PARTS = ['Ñandú', '"quoted"', "it's", 'a, b; c', '=1+1', '-5', '@home', '007', '🐈', 'שלום', 'مرحبا', '|', '＝wide', 'x:y'];

describe('an export', () => {
  test('imports again without change, and makes the same products of another seller, whatever is in them', async () => {
    const [seller, other] = [person('SELLER'), person('SELLER')];
    const random = randomFrom(23);
    const pick = () => PARTS[Math.floor(random() * PARTS.length)] ?? '';
    for (let number = 0; number < 12; number++) {
      const colours = ['Red', `${pick()} ${number}`];
      await uploads.shop.draft(seller, {
        name: `${pick()} ${pick()} ${number}`,
        description: `${pick()}\n\n${pick()} ${pick()}`,
        options: [{ name: `Colour ${pick()}`, values: colours.map((name) => ({ name })) }],
        variants: colours.map((colour, at) => ({
          sku: `${pick()}${number}-${at}`,
          optionValues: [colour],
          stock: Math.floor(random() * 9),
          prices: [
            {
              price: { amount: `${1 + Math.floor(random() * 99)}.50`, currencyCode: 'EUR' },
              compareAtAmount: random() < 0.5 ? '200.00' : null,
            },
            ...(random() < 0.5 ? [{ price: { amount: '7000', currencyCode: 'JPY' } }] : []),
          ],
          weightGrams: random() < 0.5 ? 250 : null,
          isDigital: random() < 0.5,
        })),
      });
    }
    for (const format of ['CSV', 'JSON_LINES'] as const) {
      const exported = await gestures.exported(seller, format);
      expect(await gestures.imported(seller, exported, { format })).toMatchObject({
        unchangedCount: 12,
        updatedCount: 0,
        createdCount: 0,
        failedCount: 0,
      });
      expect(await gestures.exported(seller, format)).toBe(exported);
      const copied = await gestures.imported(other, exported, { format });
      expect(copied).toMatchObject(format === 'CSV' ? { createdCount: 12, failedCount: 0 } : { unchangedCount: 12, failedCount: 0 });
    }
    const withoutHandles = (text: string) => text.replaceAll(/"handle":"[^"]*",/g, '');
    expect(withoutHandles(await stateOf(other))).toBe(withoutHandles(await stateOf(seller)));
  });

  test('loses nothing that it has a column for: facts, pictures, key words, taxes and languages; what is cleared is gone', async () => {
    const [seller, admin] = [person('SELLER'), person('ADMIN')];
    const mutated = async (mutation: string, input: object, answer: string, as: Actor) => {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const sent = `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) { ${answer} userErrors { code message } } }`;
      return Made.parse(await shop.data(sent, { input }, { as })).payload.made?.id ?? '';
    };
    const { shop } = uploads;
    const told = {
      TEXT: { text: 'Oak | ash' },
      NUMBER: { number: '-12.5' },
      BOOLEAN: { boolean: false },
      DATE: { date: '2026-02-28' },
      CHOICE: { choices: ['b-2'] },
      CHOICES: { choices: ['b-2', 'a-1'] },
    };
    const [attributes, asked]: [object[], object[]] = [[], []];
    for (const [kind, value] of Object.entries(told)) {
      const [key, named] = [`told_${kind.toLowerCase()}`, (text: string) => [{ locale: 'en', text }]];
      const choices = 'choices' in value ? ['a-1', 'b-2'].map((choice) => ({ value: choice, labels: named(choice) })) : null;
      const definition = { key, names: named(kind), kind, choices, isFilterable: false };
      attributes.push({ key, ...value });
      asked.push({
        attributeDefinitionId: await mutated('attributeDefinitionCreate', definition, 'made: attributeDefinition { id }', admin),
      });
    }
    const tree = { slug: 'told', translations: [{ locale: 'en', name: 'Told' }] };
    const categoryId = await mutated('categoryCreate', tree, 'made: category { id }', admin);
    await mutated('categoryAttributesSet', { categoryId, attributes: asked }, 'made: category { id }', admin);
    const pictures = [await uploads.upload(seller, await picture(8, 8)), await uploads.upload(seller, await picture(9, 9))].map(
      ({ id }) => id,
    );
    const translations = [
      { locale: 'es', name: 'Cuenco', description: 'Hondo;\n"hondo".' },
      { locale: 'pt-BR', name: '=Tigela', description: null },
    ];
    const wares = { name: 'Bowl', sku: 'T-1', locale: 'en-GB', categorySlug: 'told', taxClass: 'REDUCED', tags: ['a|b', 'c\\d', '-e'] };
    const { id: productId, variantId } = await shop.draft(seller, { ...wares, attributes, mediaIds: pictures });
    await mutated('productTranslationsSet', { productId, translations }, 'made: product { id }', seller);
    await mutated('productVariantsUpdate', { productId, variants: [{ variantId, mediaId: pictures[1] }] }, 'made: product { id }', seller);

    const files = { CSV: await gestures.exported(seller), JSON_LINES: await gestures.exported(seller, 'JSON_LINES') };
    expect(JSON.parse(files.JSON_LINES)).toMatchObject({
      locale: 'en-GB',
      tags: ['a|b', 'c\\d', '-e'],
      tax_class: 'REDUCED',
      pictures,
      picture: pictures[1],
      'name:es': 'Cuenco',
      'name:pt-BR': '=Tigela',
      'attribute:told_choices': 'b-2|a-1',
    });
    let there = productId;
    for (const format of ['CSV', 'JSON_LINES'] as const) {
      expect(await gestures.imported(seller, files[format], { format })).toMatchObject({
        unchangedCount: 1,
        updatedCount: 0,
        failedCount: 0,
      });
      await mutated('productDelete', { productId: there }, 'deletedProductId', seller);
      expect(await gestures.imported(seller, files[format], { format })).toMatchObject({ createdCount: 1, failedCount: 0 });
      expect({ CSV: await gestures.exported(seller), JSON_LINES: await gestures.exported(seller, 'JSON_LINES') }).toEqual(files);
      [there = ''] = await draftsOf(seller);
    }
    const cleared = 'handle,sku,tags,tax_class,pictures,picture,name:es,description:es,attribute:told_choices\nbowl,T-1,,,,,,,';
    expect(await gestures.imported(seller, cleared)).toMatchObject({ updatedCount: 1, failedCount: 0 });
    const left = z.record(z.string(), z.unknown()).parse(JSON.parse(await stateOf(seller)));
    expect(left).toMatchObject({ tags: null, tax_class: 'REDUCED', pictures: null, picture: null, 'name:pt-BR': '=Tigela' });
    expect(Object.keys(left).filter((column) => /:es|choices/.test(column))).toEqual([]);
  });

  test('runs nothing in a spreadsheet, and holds what is asked for', async () => {
    const seller = person('SELLER');
    await uploads.shop.draft(seller, { name: '=cmd|calc', sku: '+1' });
    await uploads.shop.draft(seller, { name: 'Plain', sku: 'P-1' });
    const all = await gestures.exported(seller);
    expect(all).toContain("'+1,'=cmd|calc,");
    expect(all.split('\r\n')[0]).toMatch(/^handle,sku,name,.*,stock$/);
    const one = await gestures.exported(seller, 'CSV', { filter: { sku: { eq: 'P-1' }, statuses: ['DRAFT'] }, includeStock: false });
    expect(one.split('\r\n').slice(1)).toEqual([expect.stringContaining('P-1,Plain'), '']);
    expect(one).not.toContain('stock');
    expect(await gestures.exported(seller, 'CSV', { filter: { statuses: ['PUBLISHED'] } })).not.toContain('P-1');
  });

  test('and the file of an import are removed a while after their ends, and what is told of them stays', async () => {
    const seller = person('SELLER');
    const imported = await gestures.imported(seller, file(line(1, 'dear')));
    expect(await gestures.problems(seller, imported.id)).toHaveLength(1);
    const { job } = await gestures.exporting(seller, { format: 'CSV' });
    const exported = await gestures.ended(seller, job?.id ?? '');
    expect(exported).toMatchObject({ status: 'COMPLETED', processedRows: 0, expiresAt: expect.any(String), viewerCanCancel: false });
    await uploads.shop.restart((options) =>
      start({ ...options, env: { ...options.env, PRODUCT_IMPORT_DAYS: '0.000001', PRODUCT_EXPORT_DAYS: '0.000001' } }),
    );
    await eventually(async () => (await gestures.job(seller, exported.id))?.downloadUrl === null);
    expect((await fetch(exported.downloadUrl ?? '')).status).toBe(404);
    await eventually(async () => (await gestures.job(seller, imported.id))?.file === null);
    expect(await gestures.job(seller, imported.id)).toMatchObject({ status: 'COMPLETED', failedCount: 1, errorsUrl: null });
    expect((await fetch(imported.errorsUrl ?? '')).status).toBe(404);
    expect(await gestures.problems(seller, imported.id)).toEqual([]);
    await uploads.shop.restart(start);
  });
});

/** The ids of what a seller has drafted. */
async function draftsOf(as: Actor): Promise<string[]> {
  const query = `query ($of: [_Any!]!) {
    _entities(representations: $of) { ... on User { products(filter: { statuses: [DRAFT] }) { nodes { id } } } }
  }`;
  const { _entities } = await uploads.shop.data(query, { of: [{ __typename: 'User', id: as.id }] }, { as });
  const Drafts = z.tuple([z.object({ products: z.object({ nodes: z.array(z.object({ id: z.string() })) }) })]);
  return Drafts.parse(_entities)[0].products.nodes.map((node) => node.id);
}

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: uploads.shop.databaseUrl });
  await client.connect();
  return client;
}

async function killConnections(): Promise<void> {
  const client = await connected();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
}
