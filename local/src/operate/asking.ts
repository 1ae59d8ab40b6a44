import * as z from 'zod';
import { UserErrors } from './answers.ts';
import { Refused } from './outcome.ts';
import { Away, type Way } from './ways.ts';

/** Of each service what it answers; those that do not are named. */
export async function askAll(ways: readonly Way[], query: string, variables: Readonly<Record<string, unknown>>) {
  const away: string[] = [];
  const asked = await Promise.all(
    ways.map(async ({ service, ask }) => {
      try {
        return [{ service, answer: await ask(query, variables) }];
      } catch (error) {
        if (!(error instanceof Away)) throw error;
        away.push(`${service}: ${error.message}`);
        return [];
      }
    }),
  );
  return { answers: asked.flat(), away };
}

/** What a mutation answered; what it refused is thrown. */
export async function change<Shape extends z.ZodRawShape>(way: Way, query: string, input: object, shape: Shape) {
  const { done } = z.object({ done: z.looseObject({ userErrors: UserErrors }) }).parse(await way.ask(query, { input }));
  const [problem] = done.userErrors;
  if (problem) throw new Refused(problem.message);
  return z.object(shape).parse(done);
}

/** What to ask for, of a type whose answer has this form. */
export function selectionOf({ shape }: z.ZodObject): string {
  const fields = Object.entries(shape).map(([name, value]) => (value instanceof z.ZodObject ? `${name} { ${selectionOf(value)} }` : name));
  return fields.join(' ');
}
