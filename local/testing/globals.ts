import { jestExpect } from '@jest/expect';
import { ModernFakeTimers } from '@jest/fake-timers';
import type * as jestGlobals from '@jest/globals';
import { ModuleMocker } from 'jest-mock';

const DECLARING = ['describe', 'test', 'beforeAll', 'afterAll', 'beforeEach', 'afterEach'] as const;

/** What circus gives a file of tests to declare them with. */
export type Globals = Pick<typeof jestGlobals, (typeof DECLARING)[number]>;

/** As jest has read it. */
export type ProjectConfig = ConstructorParameters<typeof ModernFakeTimers>[0]['config'];

type FakeTimersConfig = Parameters<ModernFakeTimers['useFakeTimers']>[0];

let now: Globals | undefined;
let timers: ModernFakeTimers | undefined;

/** For the file of tests that is read next. */
export function setGlobals(globals: Globals, config: ProjectConfig): void {
  now = globals;
  timers = new ModernFakeTimers({ config, global: globalThis });
}

// What follows is what tests import from `@jest/globals`. A module that several of them share has it once, and declares in the one that uses it.
export const describe = ofThisFile('describe');
export const test = ofThisFile('test');
export const beforeAll = ofThisFile('beforeAll');
export const afterAll = ofThisFile('afterAll');
export const beforeEach = ofThisFile('beforeEach');
export const afterEach = ofThisFile('afterEach');

export const expect = jestExpect;

const mocker = new ModuleMocker(globalThis);

/** As much of it as tests use. Clock and timers are the process's own: fake no more of them than a test needs. */
export const jest = {
  fn: mocker.fn.bind(mocker),
  spyOn: mocker.spyOn.bind(mocker),
  restoreAllMocks: mocker.restoreAllMocks.bind(mocker),
  useFakeTimers: (options?: FakeTimersConfig) => timers?.useFakeTimers(options),
  useRealTimers: () => timers?.useRealTimers(),
  advanceTimersByTimeAsync: (ms: number) => timers?.advanceTimersByTimeAsync(ms),
};

/** Whatever a file has put in the place of something of the process. */
export function cleanUpGlobals(): void {
  timers?.dispose();
  mocker.restoreAllMocks();
}

function ofThisFile<Name extends keyof Globals>(name: Name): Globals[Name] {
  const current = () => {
    if (!now) throw new Error(`${name} belongs to a file of tests.`);
    return now[name];
  };
  return new Proxy(() => {}, {
    apply: (_, self, args) => Reflect.apply(current(), self, args),
    get: (_, key) => Reflect.get(current(), key),
  }) as unknown as Globals[Name];
}
