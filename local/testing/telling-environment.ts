import ProcessEnvironment from './environment.ts';
import { keepLogs, lastLines } from './logs.ts';

/** Says of each test that fails what the programs of its file have logged last, and keeps all of it. */
export default class TellingEnvironment extends ProcessEnvironment {
  #hasFailed = false;

  async handleTestEvent({ name, test }: { readonly name: string; readonly test?: { readonly errors: readonly unknown[] } }): Promise<void> {
    if (name !== 'test_done' || !test?.errors.length) return;
    if (!this.#hasFailed) process.stderr.write(await lastLines(this.file));
    this.#hasFailed = true;
  }

  override async teardown(): Promise<void> {
    if (this.#hasFailed) await keepLogs(this.file);
    await super.teardown();
  }
}
