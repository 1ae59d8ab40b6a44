/**
 * Source code that reads a property of a data object. A name that every object inherits ("constructor", "toString") is read
 * as an own property only; `__proto__` is refused before a plan is made.
 */
export function readProperty(object: string, name: string): string {
  const key = JSON.stringify(name);
  return name in Object.prototype ? `own(${object},${key})` : `${object}[${key}]`;
}

/** What source code with `readProperty` in it begins with. */
export const OWN_PROPERTY = 'const own=(o,k)=>Object.prototype.hasOwnProperty.call(o,k)?o[k]:undefined;';
