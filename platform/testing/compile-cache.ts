import path from 'node:path';

/** With it in its environment a program of this checkout begins in half the time, as it does by `npm start`. */
export function compileCacheOf(checkout: string): { readonly NODE_COMPILE_CACHE: string } {
  return { NODE_COMPILE_CACHE: path.join(checkout, 'node_modules', '.cache', 'compiled') };
}
