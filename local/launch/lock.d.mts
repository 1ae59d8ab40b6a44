export interface Holder {
  readonly pid: number;
  readonly about: Readonly<Record<string, unknown>>;
}

export type Lock =
  | { readonly takenBy: Holder }
  | {
      readonly takenBy: null;
      /** These processes hold it too, and this is what is told about it from now on. */
      holdBy(pids: readonly number[], about?: Readonly<Record<string, unknown>>): void;
      release(): void;
    };

export function takeLock(file: string, about?: Readonly<Record<string, unknown>>, mode?: number): Promise<Lock>;
export function holderOf(file: string): Holder | null;
