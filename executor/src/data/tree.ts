import { MAX_LEVELS } from './depth.ts';
import { isRawNumber } from './exact-json.ts';

/** An object of the data tree between the fetches. Only names that a plan asks for are read, as own properties. */
export type DataObject = Record<string, unknown>;

export function isObject(value: unknown): value is DataObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy that shares nothing with the original. */
export function cloned<Value>(value: Value): Value;
export function cloned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cloned);
  if (!isObject(value) || isRawNumber(value)) return value;
  const copy: DataObject = {};
  for (const key of Object.keys(value)) if (key !== '__proto__') copy[key] = cloned(value[key]);
  return copy;
}

/** Whether two values of a data tree hold the same; those that are nested too deep are never equal. */
export function isEqual(one: unknown, other: unknown, levels = MAX_LEVELS): boolean {
  if (one === other) return true;
  if (levels === 0) return false;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    for (let index = 0; index < one.length; index++) if (!isEqual(one[index], other[index], levels - 1)) return false;
    return true;
  }
  return !Array.isArray(other) && haveEqualProperties(one as DataObject, other as DataObject, levels - 1);
}

function haveEqualProperties(one: DataObject, other: DataObject, levels: number): boolean {
  let count = 0;
  for (const key in one) {
    if (!isEqual(one[key], other[key], levels)) return false;
    count++;
  }
  return count === Object.keys(other).length;
}
