import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { browserMissing, launchBrowser } from '@agora/e2e/browser';
import { buildPages, installExamples, typeProblems } from './examples.ts';
import { openMarketplace } from './marketplace.ts';
import { pythonMissing } from './python.ts';
import { rowOfCurl, rowOfPython, rowsInBrowser, rowsOfTypedDocuments } from './rows/all.ts';
import { runRows } from './run-rows.ts';
import { counted, printed } from './table.ts';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const began = performance.now();

await installExamples();
await buildPages();
const lacking = { browser: browserMissing(), python: await pythonMissing() };
const market = await openMarketplace();
// The examples ask where `npm start` answers, and find this marketplace there.
const flags = [`--host-resolver-rules=MAP localhost:4000 127.0.0.1:${market.port}`];
const browser = lacking.browser === null ? await launchBrowser(flags) : null;
try {
  const rows = await Promise.all([
    ...(browser ? rowsInBrowser(market, browser) : []),
    ...rowsOfTypedDocuments(market),
    ...(lacking.python === null ? [rowOfPython(market)] : []),
    rowOfCurl(market),
  ]);
  const results = await runRows(market, rows);
  await Promise.all(rows.map(async (row) => row.close?.()));
  console.log(`\n${printed(results)}\n`);

  const problems = await typeProblems();
  if (problems !== null) console.error(`The examples do not compile:\n${problems}`);
  const reasons = Object.values(lacking).filter((reason) => reason !== null);
  for (const reason of reasons) console.error(`Clients are left out. ${reason}`);

  const { passed, failed } = counted(results);
  console.log(`${passed} passed, ${failed} failed (after ${Math.round((performance.now() - began) / 1000)} s)`);
  if (values.json !== undefined) await writeFile(values.json, JSON.stringify({ passed, failed }));
  if (failed > 0 || problems !== null || (reasons.length > 0 && process.env['CI'] === 'true')) process.exitCode = 1;
} finally {
  await browser?.close();
  await market.stop();
}
