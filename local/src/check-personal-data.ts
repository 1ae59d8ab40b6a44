import { undeclaredColumns } from './personal-data/undeclared-columns.ts';

/** Every column of every table says whether it is personal: `npm run check` fails on one that does not. */
const { columns, problems } = await undeclaredColumns();
for (const problem of problems) console.error(problem);
console.log(`${columns} columns seen, ${problems.length} problems.`);
process.exitCode = columns > 0 && problems.length === 0 ? 0 : 1;
