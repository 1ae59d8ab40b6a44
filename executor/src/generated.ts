/**
 * The value of generated source code. Names from outside enter it as string literals only (`JSON.stringify`), never as
 * identifiers, so that no operation can make code of its own.
 */
export function evaluate<Value>(source: string, given: Readonly<Record<string, unknown>> = {}): Value {
  return new Function(...Object.keys(given), source)(...Object.values(given)) as Value;
}
