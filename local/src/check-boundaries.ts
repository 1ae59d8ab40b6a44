import { cruiseHouse } from './boundaries.ts';

/** Who may import whom; a cruise that saw too few modules fails, because it has proved nothing. */
const { modules, breaches } = await cruiseHouse(['schema', 'platform', 'executor', 'gateway', 'subgraphs', 'local']);
for (const { rule, from, to } of breaches) console.error(`${rule}: ${from} imports ${to}`);
console.log(`${modules} modules seen, ${breaches.length} breaches.`);
process.exitCode = breaches.length === 0 && modules > 100 ? 0 : 1;
