export interface Program {
  readonly script: string;
  readonly node: readonly string[];
  readonly opensDoor: boolean;
  readonly forUsers: boolean;
}

/** What is printed for `--help`, where that is known without running anything. */
export interface Help {
  readonly help: string;
}

export function programOf(script: string, args: readonly string[]): Program | Help;
