import path from 'node:path';
import { cruise, type ICruiseOptions } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import * as z from 'zod';

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

/** Checks the rules of `.dependency-cruiser.js` over these folders of `house`. */
export async function cruiseHouse(folders: readonly string[], house = process.cwd()): Promise<{ modules: number; breaches: Breach[] }> {
  const rules = (await import(path.resolve(import.meta.dirname, '../../.dependency-cruiser.js'))) as {
    default: {
      forbidden: NonNullable<ICruiseOptions['ruleSet']>['forbidden'];
      options: ICruiseOptions & { enhancedResolveOptions: object };
    };
  };
  const { forbidden, options } = rules.default;
  const { enhancedResolveOptions, ...cruiseOptions } = options;
  const { output } = await cruise(
    [...folders],
    { ...cruiseOptions, baseDir: house, validate: true, ruleSet: { forbidden } },
    enhancedResolveOptions,
    { tsConfig: extractTSConfig(path.resolve(import.meta.dirname, '../../tsconfig.json')) },
  );
  const { modules, summary } = Result.parse(typeof output === 'string' ? JSON.parse(output) : output);
  return {
    modules: modules.filter(({ source }) => !source.startsWith('node_modules/')).length,
    breaches: summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to })),
  };
}
