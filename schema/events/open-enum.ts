import * as z from 'zod';

/** A value that a newer version announces and this one does not know. */
const Unknown = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/)
  .brand<'unknown value'>();
export type Unknown = z.output<typeof Unknown>;

/** Values of a field of an event that may become more without a new version of the event. */
export interface OpenEnum<Known extends string, Otherwise extends string> {
  /** For the shape of an event: only known values can be announced, and any other is passed on as it came. */
  readonly schema: z.ZodType<Known | Unknown>;
  /** What a consumer takes a value for: a known one for itself, any other for what the declaration says. */
  interpret(value: Known | Unknown): Known | Otherwise;
}

/** `unknownAs` is a known value, or a name of its own where none would be true. */
export function openEnum<const Known extends string, const Otherwise extends string>(
  known: readonly Known[],
  { unknownAs }: { readonly unknownAs: Otherwise },
): OpenEnum<Known, Otherwise> {
  const isKnown = (value: string): value is Known => known.some((one) => one === value);
  return {
    schema: z
      .union([z.enum(known), Unknown])
      .meta({ description: `More values may come; take one that you do not know for ${unknownAs}.`, 'x-unknown-as': unknownAs }),
    interpret: (value) => (isKnown(value) ? value : unknownAs),
  };
}
