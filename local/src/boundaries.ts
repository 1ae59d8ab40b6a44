import path from 'node:path';
import { cruise, type ICruiseOptions } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import * as z from 'zod';
import { roomRules, strayRooms } from './rooms.ts';

export interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

const Result = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

interface Seen {
  readonly modules: number;
  readonly breaches: readonly Breach[];
  /** Rules that no module can break, because none is where they look; and rooms that no rule knows. */
  readonly blind: readonly string[];
}

/** Checks the rules of `.dependency-cruiser.js`, and those of rooms, over these folders of `root`. */
export async function cruiseRepository(folders: readonly string[], root = process.cwd()): Promise<Seen> {
  const file = (await import(path.resolve(import.meta.dirname, '../../.dependency-cruiser.js'))) as {
    default: {
      forbidden: NonNullable<NonNullable<ICruiseOptions['ruleSet']>['forbidden']>;
      options: ICruiseOptions & { enhancedResolveOptions: object };
    };
  };
  const { forbidden, options } = file.default;
  const { enhancedResolveOptions, ...cruiseOptions } = options;
  const rules = [...forbidden, ...roomRules(root)];
  const { output } = await cruise(
    [...folders],
    { ...cruiseOptions, baseDir: root, validate: true, ruleSet: { forbidden: rules } },
    enhancedResolveOptions,
    { tsConfig: extractTSConfig(path.resolve(import.meta.dirname, '../../tsconfig.json')) },
  );
  const { modules, summary } = Result.parse(typeof output === 'string' ? JSON.parse(output) : output);
  const sources = modules.map(({ source }) => source).filter((source) => !source.startsWith('node_modules/'));
  return {
    modules: sources.length,
    breaches: summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to })),
    blind: [
      ...rules
        .filter(({ from }) => !sources.some((source) => looksAt(from, source)))
        .map(({ name, from }) => `${name} sees no module in ${from.path}.`),
      ...strayRooms(root),
    ],
  };
}

function looksAt({ path: where }: { readonly path?: string | string[] }, source: string): boolean {
  return where === undefined || [where].flat().some((pattern) => new RegExp(pattern).test(source));
}
