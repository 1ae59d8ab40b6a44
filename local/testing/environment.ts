import path from 'node:path';
import { TestEnvironment } from 'jest-environment-node';
import { Costs } from './costs.ts';
import { keepLogs, lastLines } from './logs.ts';

type Options = ConstructorParameters<typeof TestEnvironment>;

/** Says of each test that fails what the programs of its file have logged last, and keeps all of it; and of each file what it cost. */
export default class TellingEnvironment extends TestEnvironment {
  readonly #file: string;
  readonly #testPath: string;
  readonly #costs: Costs;
  #hasFailed = false;

  constructor(config: Options[0], context: Options[1]) {
    const costs = new Costs();
    const file = path.basename(context.testPath, '.test.ts');
    process.env['AGORA_TEST_FILE'] = file;
    super(config, context);
    this.#file = file;
    this.#testPath = path.relative(config.globalConfig.rootDir, context.testPath);
    this.#costs = costs;
  }

  async handleTestEvent({ name, test }: { readonly name: string; readonly test?: { readonly errors: readonly unknown[] } }): Promise<void> {
    if (name !== 'test_done' || !test?.errors.length) return;
    if (!this.#hasFailed) process.stderr.write(await lastLines(this.#file));
    this.#hasFailed = true;
  }

  override async teardown(): Promise<void> {
    if (this.#hasFailed) await keepLogs(this.#file);
    await super.teardown();
    this.#costs.add(this.#testPath);
  }
}
