import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { placesOf, type ResponsePath } from '../data/places.ts';
import type { DataObject } from '../data/tree.ts';
import { once } from '../once.ts';
import type { Running } from './request.ts';

/** The objects of one place and, for each, which of the sent representations was its own; -1: none. */
export interface Asked {
  readonly path: readonly string[];
  readonly targets: readonly DataObject[];
  readonly sent: Int32Array;
}

/** Where an error of a subgraph belongs in the response; nowhere is an error without a path. */
export type Locate = (path: ResponsePath) => readonly ResponsePath[];

/** One error for each place that an error of a subgraph belongs to. `names` maps private keys back. */
export function addSubgraphErrors<Context>(
  running: Running<Context>,
  names: ReadonlyMap<string, string>,
  service: string,
  errors: readonly GraphQLFormattedError[],
  locate: Locate,
): void {
  for (const { message, path, extensions } of errors) {
    const error = {
      message: message || `Error while fetching subquery from service "${service}"`,
      extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...extensions, serviceName: service },
    };
    const places = path ? locate(path) : [];
    for (const place of places.length > 0 ? places : [null]) {
      if (isFull(running)) return;
      addError(running, place ? { ...error, path: place.map((key) => names.get(String(key)) ?? key) } : error);
    }
  }
}

/** A subgraph that did not answer, or answered what is no answer. An error that `send` made for the client is taken as it is. */
export function addUnavailable<Context>(running: Running<Context>, service: string, cause: unknown): void {
  addError(
    running,
    cause instanceof GraphQLError
      ? cause.toJSON()
      : { message: `Subgraph "${service}" did not answer.`, extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: service } },
  );
}

/** A few errors of a subgraph can belong to many places each. */
const MAX_ERRORS = 10_000;
const TOO_MANY: GraphQLFormattedError = {
  message: `There are more errors than ${MAX_ERRORS}.`,
  extensions: { code: 'DOWNSTREAM_SERVICE_ERROR' },
};

/** Counts as much as it will take, because one error of a subgraph can belong to many places, each with a path of its own. */
function addError<Context>(running: Running<Context>, error: GraphQLFormattedError): void {
  if (isFull(running)) return;
  const errors = (running.errors ??= []);
  const told = errors.length === MAX_ERRORS ? TOO_MANY : error;
  running.bytesLeft -= charactersOf(told);
  errors.push(told);
}

function isFull({ errors }: Running<unknown>): boolean {
  return errors !== null && errors.length > MAX_ERRORS;
}

function charactersOf({ message, path = [] }: GraphQLFormattedError): number {
  return path.reduce<number>((sum, key) => sum + String(key).length, message.length);
}

/** `['items', 0]` of an answer at each place that the fetch was for. */
export function atPlaces(data: DataObject, path: readonly string[]): Locate {
  const places = once(() => placesOf(data, path));
  return (below) => places().map((place) => [...place.path, ...below]);
}

/** `['_entities', 3, 'name']`, or `'3'`: at each object that sent the fourth representation. */
export function atEntities(data: DataObject, asked: readonly Asked[]): Locate {
  const places = once(() => placesByRepresentation(data, asked));
  return ([, index, ...below]) => (places().get(Number(index)) ?? []).map((place) => [...place, ...below]);
}

function placesByRepresentation(data: DataObject, asked: readonly Asked[]): ReadonlyMap<number, readonly ResponsePath[]> {
  const found = new Map<number, ResponsePath[]>();
  for (const { path, targets, sent } of asked) {
    const sentOf = new Map(targets.map((target, position) => [target, sent[position] ?? -1]));
    for (const place of placesOf(data, path)) {
      const index = sentOf.get(place.object) ?? -1;
      if (index < 0) continue;
      const known = found.get(index);
      if (known) known.push(place.path);
      else found.set(index, [place.path]);
    }
  }
  return found;
}
