import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { Executor, type SubgraphAnswer, type SubgraphCall } from '../src/index.ts';
import { Planner } from '../src/plan/planner.ts';
import { SHOP } from '../testing/shop.ts';
import { composed } from '../testing/subgraphs.ts';

/** The same objects at many places: what subgraphs answer is small, and what is made of it is not. */
const CIRCLES = '{ users { reviews { product { reviews { author { reviews { product { reviews { id body author { name } } } } } } } } } }';
const BOTH = ['text', 'objects'] as const;

function executorWith(maxAnswerBytes: number, told: (answer: SubgraphAnswer, call: SubgraphCall) => Partial<SubgraphAnswer> = () => ({})) {
  const { supergraphSdl, send } = composed(SHOP);
  const services: string[] = [];
  const executor = new Executor<unknown>({
    planner: Planner.of(supergraphSdl),
    maxAnswerBytes,
    async send(call) {
      services.push(call.service);
      const answer = await send(call);
      return { ...answer, ...told(answer, call) };
    },
  });
  const ask = async (query: string, as: (typeof BOTH)[number] = 'text') => {
    const operation = await executor.compile(parse(query));
    if (as === 'objects') return executor.execute(operation, {}, undefined);
    const { data = '', errors } = await executor.executeToText(operation, {}, undefined);
    return { data: JSON.parse(data), ...(errors && { errors }) };
  };
  return { ask, services };
}

const tooLarge = (limit: number) => ({
  data: null,
  errors: [
    { message: expect.stringContaining(`${limit} bytes`), extensions: { code: 'QUERY_TOO_COSTLY', bytes: expect.any(Number), limit } },
  ],
});

test.each(BOTH)('a response ends where it grows too large, as %s, though little was fetched for it', async (as) => {
  const whole = await executorWith(Infinity).ask(CIRCLES, as);
  const { length } = JSON.stringify(whole.data);
  expect(await executorWith(length).ask(CIRCLES, as)).toEqual(whole);
  expect(await executorWith(length / 2).ask(CIRCLES, as)).toEqual(tooLarge(length / 2));
});

test('letters count as many bytes as they have', async () => {
  const umlauts = 'ü'.repeat(600);
  const rename = executorWith(1_000, ({ data }, { service }) =>
    service === 'accounts' ? { data: { ...data, users: [{ name: umlauts }] } } : {},
  );
  expect(await rename.ask('{ users { name } }')).toEqual(tooLarge(1_000));
});

test('what subgraphs answer counts together, and nobody is asked any more when it is too much', async () => {
  const bytes = 600;
  const { ask, services } = executorWith(1_000, () => ({ bytes }));
  expect(await ask('{ users { id } }')).toMatchObject({ data: { users: [{}, {}, {}] } });
  services.length = 0;
  expect(await ask('{ top { name shipping reviews { author { name } } } }')).toEqual(tooLarge(1_000));
  expect(services.length).toBeLessThan(4);
});

test('where a subgraph has ended its answer for its size, the whole ends', async () => {
  const errors = [{ message: 'The answer is larger.', extensions: { code: 'QUERY_TOO_COSTLY' } }];
  const { ask } = executorWith(1_000, (_, { service }) => (service === 'reviews' ? { data: null, errors } : {}));
  expect(await ask('{ top { name reviews { id } } }')).toEqual(tooLarge(1_000));
});

test.each(BOTH)('an error that belongs to many places counts at each of them, as %s', async (as) => {
  const name = 'x'.repeat(200);
  const query = `{ users { ${name}: reviews { ${name}: product { name } } } }`;
  const failing = (max: number) =>
    executorWith(max, ({ data }, { service }) =>
      service === 'products' ? { data, errors: [{ message: 'Not today.', path: ['_entities', 0, 'name'] }] } : {},
    );
  const { errors = [] } = await failing(Infinity).ask(query, as);
  expect(errors.length).toBeGreaterThan(1);
  expect(await failing(errors.length * name.length).ask(query, as)).toEqual(tooLarge(errors.length * name.length));
});
