/**
 * The value of generated source code. Names from outside enter it as string literals only (`JSON.stringify`), never as
 * identifiers, so that no operation can make code of its own.
 */
export function evaluate<Value>(source: string, given: Readonly<Record<string, unknown>> = {}): Value {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  return new Function(...Object.keys(given), source)(...Object.values(given)) as Value;
}
