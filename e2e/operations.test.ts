import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type ProviderServer, startProvider } from '@agora/platform/testing/identity-provider';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { eventually } from '@agora/platform/testing/eventually';
import { type Agora, formsHere, startAgora } from './agora.ts';
import { ask, openSubscriptions } from './client.ts';
import { playScreen } from './screen.ts';

const FILES = readdirSync(path.join(import.meta.dirname, 'operations')).map((file) => path.parse(file));
const SCREENS = FILES.filter(({ ext }) => ext === '.graphql').map(({ name }) => name);

test('each screen says how its operations are sent', () => {
  expect(FILES.filter(({ ext }) => ext === '.ts').map(({ name }) => name)).toEqual(SCREENS);
});

describe.each(formsHere())('on %s', (form) => {
  let provider: ProviderServer;
  let agora: Agora;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    provider = await startProvider('harbour', 'Harbour');
    const iconUrl = 'https://harbour.example/icon.svg';
    agora = await startAgora(form, { IDENTITY_PROVIDERS: JSON.stringify([{ ...provider.setting, iconUrl }]) });
    const { data } = await ask(agora, getIntrospectionQuery());
    schema = buildClientSchema(data as unknown as IntrospectionQuery);
  });
  afterEach(() => eventually(async () => (await openSubscriptions(agora)) === 0));
  afterAll(async () => {
    await agora?.stop();
    await provider?.stop();
  });

  test.each(SCREENS)('every operation of %s is answered in full', (screen) => playScreen(screen, schema, agora, provider));
});
