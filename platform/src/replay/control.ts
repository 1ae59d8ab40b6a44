import type { Message, Since } from '../transport/bus.ts';

export interface Progress {
  /** Events there were to read when it began. */
  readonly total: number;
  readonly read: number;
  /** Those that changed something. */
  readonly applied: number;
}

/** How whoever started a replay hears of it, and stops it. */
export interface ReplayControl {
  readonly onProgress: (progress: Progress) => void;
  /** Throws where it is to stop. */
  readonly goOn: () => void;
}

/** What it is about is not as it has to be for that, or the bus does not hold enough; the message says so. */
export class CannotReplay extends Error {
  override readonly name = 'CannotReplay';

  constructor(message = 'The bus has dropped some of these events: begin at a later time, which it still holds.') {
    super(message);
  }
}

/** Whether an event happened since then, where that is an instant: the bus gives some from before it. */
export function sinceThen(since: Since): (message: Message) => boolean {
  const from = typeof since === 'object' && 'time' in since ? Date.parse(since.time) : -Infinity;
  return ({ occurredAt }) => !(Date.parse(occurredAt) < from);
}
