import { startPostgres } from '../../src/postgres.ts';

const [dir = '', then] = process.argv.slice(2);
const { pid } = await startPostgres({ dir, databases: [] });
console.log(`holding ${pid}`);
if (then === 'exit') process.exit(3);
setInterval(() => {}, 1_000);
