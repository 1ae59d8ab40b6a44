import type { Holder } from './lock.mjs';

export function problemsOf(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
  options: { readonly settingsToo: boolean },
): Promise<string[]>;
export function runningFile(dataFolder: string): string;
export function alreadyRunning(holder: Holder): string;
