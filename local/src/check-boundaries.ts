import { cruiseRepository } from './boundaries.ts';

/** Who may import whom; a rule that sees no module fails, because it has proved nothing. */
const { modules, breaches, blind } = await cruiseRepository(['schema', 'platform', 'executor', 'gateway', 'subgraphs', 'local']);
for (const { rule, from, to } of breaches) console.error(`${rule}: ${from} imports ${to}`);
for (const problem of blind) console.error(problem);
console.log(`${modules} modules seen, ${breaches.length} breaches.`);
process.exitCode = breaches.length === 0 && blind.length === 0 ? 0 : 1;
