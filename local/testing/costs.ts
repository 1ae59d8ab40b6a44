import { appendFileSync, readFileSync } from 'node:fs';

/** In seconds: of the worker itself, and of the programs it has started and seen end. A broker that stays for the next file is in neither. */
interface Cpu {
  readonly own: number;
  readonly programs: number;
}

/** What one file of tests takes, for who wants to make the suite quicker; says nothing unless `AGORA_TEST_COSTS` names a file to add it to. */
export class Costs {
  readonly #into = process.env['AGORA_TEST_COSTS'];
  readonly #began = Date.now();
  readonly #before = this.#into === undefined ? undefined : cpu();

  /** Adds a line of JSON: the file of tests, and its seconds of the clock and of the processors. */
  add(testFile: string): void {
    if (this.#into === undefined || !this.#before) return;
    const { own, programs } = cpu();
    const seconds = (Date.now() - this.#began) / 1000;
    const line = { file: testFile, seconds, own: own - this.#before.own, programs: programs - this.#before.programs };
    appendFileSync(
      this.#into,
      `${JSON.stringify(line, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value))}\n`,
    );
  }
}

/** As Linux counts it, in ticks of which a second has a hundred: see proc_pid_stat(5), fields 14 to 17. */
function cpu(): Cpu {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, programsUser = 0, programsSystem = 0] = fields.slice(11, 15);
  return { own: (user + system) / 100, programs: (programsUser + programsSystem) / 100 };
}
