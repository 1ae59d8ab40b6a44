import type { GraphQLError } from 'graphql';
import type { Path } from './plan.ts';

/** The errors of one answer. */
export class Faults {
  readonly errors: GraphQLError[] = [];
  readonly #nulled = new Set<Path | undefined>();

  /** Notes the error that made the value at `path` null; what fails below a value that is null already is nobody's concern. */
  add(error: GraphQLError, path: Path | undefined): void {
    for (let at = path; at; at = at.prev) if (this.#nulled.has(at)) return;
    if (this.#nulled.has(undefined)) return;
    this.#nulled.add(path);
    this.errors.push(error);
  }
}
