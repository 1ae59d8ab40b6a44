import { gatewaySettings } from '@agora/gateway/main';
import { databaseUrlSetting, isSecret, settingOf, settings, subgraphUrlSetting } from '@agora/platform/service/settings';
import { subgraphNames } from './repository.ts';
import { loadSubgraphs } from './in-process.ts';

const names = subgraphNames();
const ofOne = Object.values(await loadSubgraphs(names)).flatMap(({ settings: own }) => Object.entries(own ?? {}));
const all = new Map([
  ...Object.entries(settings).map(([name, setting]) => [name, setting.description] as const),
  ...Object.entries(gatewaySettings).map(([name, setting]) => [name, setting.description] as const),
  ...ofOne.map(([name, setting]) => [name, setting.description] as const),
  ...names.map((name) => [settingOf(name, 'DATABASE_URL'), databaseUrlSetting(name).description] as const),
  ...names.map((name) => [settingOf(name, 'URL'), subgraphUrlSetting(name).description] as const),
]);
const width = Math.max(...[...all.keys()].map((name) => name.length));

console.log(`npm start                the whole marketplace in one process
npm run start:services   a process for each service, without demo data
npm run dev              npm start, again after each change of the code or of a schema; -- --inspect lets a debugger in

Settings are environment variables, as in: PORT=4001 npm start
In brackets, what holds where one is not set.

${[...all].map(([name, description]) => `  ${name.padEnd(width)}  ${description ?? ''}`).join('\n')}

These may also be the text of a file, which <NAME>_FILE names: ${[...all.keys()].filter(isSecret).join(', ')}.

A database that is not named is kept in the embedded PostgreSQL, in AGORA_DATA.`);
