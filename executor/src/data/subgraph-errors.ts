import type { GraphQLFormattedError } from 'graphql';
import { isShallow } from './depth.ts';
import { type DataObject, isObject } from './tree.ts';

/**
 * The errors of an answer, with what is usable of each: servers leave out messages, send null for what they do not have, and put
 * into a path what is no key. A message that is not told is empty.
 */
export function subgraphErrors(errors: unknown): GraphQLFormattedError[] {
  if (Array.isArray(errors)) return errors.map(subgraphError);
  return errors ? [subgraphError(errors)] : [];
}

function subgraphError(error: unknown): GraphQLFormattedError {
  if (!isObject(error)) return { message: messageIn(error) };
  const { message, path, extensions } = error;
  const keys = Array.isArray(path) ? keysIn(path) : [];
  return {
    message: messageIn(message),
    ...(keys.length > 0 && { path: keys }),
    ...(isObject(extensions) && { extensions: extensionsIn(extensions) }),
  };
}

/** What cannot be written is left out, and so is what would decide about the answer of whoever sends it on over HTTP. */
function extensionsIn({ http: _, ...extensions }: DataObject): DataObject {
  return isShallow(extensions) ? extensions : Object.fromEntries(Object.entries(extensions).filter(([, value]) => isShallow(value)));
}

function messageIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** As far as it leads. */
function keysIn(path: readonly unknown[]): (string | number)[] {
  const end = path.findIndex((key) => !isKey(key));
  return path.slice(0, end < 0 ? path.length : end).filter(isKey);
}

function isKey(key: unknown): key is string | number {
  return typeof key === 'string' || (typeof key === 'number' && Number.isInteger(key) && key >= 0);
}
