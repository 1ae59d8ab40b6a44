import { evaluate } from '../generated.ts';
import { OWN_PROPERTY, readProperty } from './property.ts';
import { type DataObject, isObject } from './tree.ts';

/** Finds the objects of one place of the plan under each of the given roots; nulls are left out. */
export type Gather = (roots: readonly DataObject[]) => DataObject[];

/** `['users', '@', 'reviews', '@']`: the reviews of all users; `@` goes through a list. */
export function compileGather(path: readonly string[]): Gather {
  return evaluate(
    `${OWN_PROPERTY}return function(roots){const out=[];for(let r=0;r<roots.length;r++){const v=roots[r];${walk(path, 'out.push(v);')}}return out}`,
  );
}

/** As `Gather`, with `replace(object)` put into the place of each object; where it answers null, the object is left out. */
export type Unify = (roots: readonly DataObject[], canonical: (object: DataObject) => DataObject) => void;

export function compileUnify(path: readonly string[]): Unify {
  const atPlace = (slot: string) => `const c=canonical(v);if(c!==v)${slot}=c;`;
  return evaluate(
    `${OWN_PROPERTY}return function(roots,canonical){for(let r=0;r<roots.length;r++){const v=roots[r];${walk(path, atPlace)}}}`,
  );
}

/** Loops and property reads down the path, then what is to be done with `v` in its slot. */
function walk(path: readonly string[], atPlace: string | ((slot: string) => string), depth = 0, slot = ''): string {
  const [step, ...rest] = path;
  if (step === undefined) return typeof atPlace === 'string' ? atPlace : atPlace(slot);
  const parent = `p${depth}`;
  const index = `i${depth}`;
  const inner = (from: string, next: string) =>
    `const v=${from};if(typeof v==='object'&&v!==null){${walk(rest, atPlace, depth + 1, next)}}`;
  return step === '@'
    ? `const ${parent}=v;if(Array.isArray(${parent}))for(let ${index}=0;${index}<${parent}.length;${index}++){${inner(`${parent}[${index}]`, `${parent}[${index}]`)}}`
    : `const ${parent}=v;{${inner(readProperty(parent, step), `${parent}[${JSON.stringify(step)}]`)}}`;
}

export type ResponsePath = readonly (string | number)[];

export interface Place {
  readonly object: DataObject;
  readonly path: ResponsePath;
}

/** The same walk with the response path of each object. It is slow, and only taken when there is an error to place. */
export function placesOf(data: unknown, path: readonly string[], prefix: ResponsePath = []): Place[] {
  const [step, ...rest] = path;
  if (step === '@') return Array.isArray(data) ? data.flatMap((item, index) => placesOf(item, rest, [...prefix, index])) : [];
  if (!isObject(data)) return [];
  if (step === undefined) return [{ object: data, path: prefix }];
  return Object.hasOwn(data, step) ? placesOf(data[step], rest, [...prefix, step]) : [];
}
