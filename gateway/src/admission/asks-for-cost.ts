/** Whether the `extensions` of a request ask what it cost: `{ "cost": true }`. */
export function asksForCost(extensions: unknown): boolean {
  return typeof extensions === 'object' && extensions !== null && 'cost' in extensions && extensions.cost === true;
}
