/** Whether graphql-js would wait for it. */
export function isPromise<Value>(value: Value | Promise<Value>): value is Promise<Value> {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  return 'then' in value && typeof value.then === 'function';
}
