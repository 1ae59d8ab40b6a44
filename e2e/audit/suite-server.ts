/**
 * Serves the subgraphs, supergraphs and tests of the audit in the folder that the command line names, and prints where. The
 * suite is TypeScript for a bundler: its imports name files that are not there, and types beside values. It leaves `graphql`
 * to those who run it.
 */
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import * as z from 'zod';
import { freePort } from '@agora/platform/free-port';

const [folder = ''] = process.argv.slice(2);
const suiteUrl = pathToFileURL(path.join(folder, '/')).href;
const sources = `${suiteUrl}src/`;
const ours = createRequire(import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const isOfSuite = context.parentURL?.startsWith(suiteUrl);
    if (isOfSuite && /^graphql(\/|$)/.test(specifier)) return { url: pathToFileURL(ours.resolve(specifier)).href, shortCircuit: true };
    const isItsOwn = specifier.startsWith('.') && context.parentURL?.startsWith(sources);
    return next(isItsOwn ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
  load: (url, context, next) =>
    url.startsWith(sources) ? { format: 'module', source: javaScript(fileURLToPath(url)), shortCircuit: true } : next(url, context),
});

const Suite = z.object({ serve: z.function({ input: [z.number()], output: z.promise(z.unknown()) }) });
const suite = Suite.parse(await import(`${sources}index.ts`));
const port = await freePort();
await suite.serve(port);
console.log(`http://127.0.0.1:${port}`);

function javaScript(file: string): string {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2024 };
  return ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions }).outputText;
}
