import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { freshEnvironment } from './program.ts';

const exec = promisify(execFile);

/** A block of code, with the file it is of where a line before it names one. */
const BLOCK = /(?:^`([^`\n]+)`( \(new\))?:\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm;

/** Does in `dir` what a page of docs/recipes says: makes files, changes files, runs commands. @throws where a step does not fit. */
export async function follow(page: string, dir: string): Promise<void> {
  for (const [, file, isNew, language, text = ''] of page.matchAll(BLOCK)) {
    if (language === 'bash') await command(text, dir);
    else if (file === undefined) throw new Error(`A block of ${language} is of no file:\n${text}`);
    else if (isNew) create(path.join(dir, file), text);
    else change(path.join(dir, file), text);
  }
}

/** Packages are those of this clone: of `npm install` only its links are made. */
async function command(text: string, dir: string): Promise<void> {
  const script = text.replace(/^npm install$/m, () => {
    linkPackages(dir);
    return ':';
  });
  await exec('bash', ['-euc', script], { cwd: dir, env: freshEnvironment() });
}

function linkPackages(dir: string): void {
  for (const folder of globSync('subgraphs/*', { cwd: dir })) {
    const link = path.join(dir, 'node_modules/@agora', path.basename(folder));
    if (!existsSync(link)) symlinkSync(path.join('../..', folder), link);
  }
}

function create(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function change(file: string, diff: string): void {
  const lines = diff.trimEnd().split('\n');
  const side = (other: string) =>
    lines
      .filter((line) => !line.startsWith(other))
      .map((line) => line.slice(1))
      .join('\n');
  const [before, after] = [side('+'), side('-')];
  if (!existsSync(file)) throw new Error(`${file} is not there.`);
  const parts = readFileSync(file, 'utf8').split(before);
  if (parts.length !== 2) throw new Error(`${file} has this ${parts.length - 1} times:\n${before}`);
  writeFileSync(file, parts.join(after));
}
