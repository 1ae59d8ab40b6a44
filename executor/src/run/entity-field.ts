import { compileMerge, type Merge } from '../data/merge.ts';
import type { Gather } from '../data/places.ts';
import { compileRepresentation } from '../data/representation.ts';
import { applyRewrites } from '../data/rewrites.ts';
import { cloned, type DataObject, isObject } from '../data/tree.ts';
import type { Compilation } from './compilation.ts';
import type { Asked } from './failures.ts';
import { type FlatFetch, isOn } from './flat-fetch.ts';
import { Representations } from './representations.ts';
import type { Gathered, GatherFor } from './gathered.ts';
import type { Running } from './request.ts';
import type { Source } from './sources.ts';

/** One `_entities` field: the fetches that send the same inputs and select the same, each at a place of its own. */
export interface EntityField {
  /** What is to be asked in this request; null where there is nothing. */
  ask(running: Running<unknown>): Question | null;
}

export interface Question {
  /** The items of the list of representations. */
  readonly representations: string;
  readonly asked: readonly Asked[];
  /** Merges what the subgraph answered into the data tree, null being none of them, and nothing beside errors; throws where that is no list of as many entities. */
  take(entities: unknown, hasErrors: boolean): void;
}

/** Entities that need not be asked for, because the same subgraph has said the same of them in the same request. */
export interface Knowledge {
  /** A number that a field shares with the later ones that ask the same: an entity that one has brought without errors is known to all. */
  readonly kind: number;
  /** Where other answers hold such entities, if they are there already. */
  readonly sources: readonly (Source & { readonly gather: Gather })[];
}

export function compileEntityField(
  { schema }: Pick<Compilation<unknown>, 'schema'>,
  fetches: readonly [FlatFetch, ...FlatFetch[]],
  gatherFor: (fetch: FlatFetch) => GatherFor,
  knowledge: Knowledge | null,
): EntityField {
  const [{ node, operation }] = fetches;
  const { outputRewrites } = node;
  const { merge, leavesOnly } = compileMerge(schema, operation, outputRewrites);
  const isRewritten = outputRewrites.length > 0;
  const mayBeShared = !isRewritten && leavesOnly;
  const copyOf = (entity: DataObject): DataObject => (mayBeShared ? entity : cloned(entity));
  const { represent } = compileRepresentation(schema, node.requires ?? [], node.inputRewrites);
  // Without the fetches themselves, which are much larger than what a request takes of them.
  const members = fetches.map((fetch) => ({ path: fetch.path, conditions: fetch.conditions, gather: gatherFor(fetch) }));

  const addTo = (all: Representations, { objects, representations }: Gathered, known: Map<string, DataObject> | undefined) => {
    const sent = new Int32Array(objects.length);
    for (let index = 0; index < objects.length; index++) {
      const object = objects[index] as DataObject;
      const representation = representations?.[index] ?? represent(object);
      const entity = representation === null ? undefined : known?.get(representation);
      if (entity) merge(object, copyOf(entity));
      sent[index] = representation === null || entity ? -1 : all.add(representation);
    }
    return sent;
  };

  const takeInto = ({ targets, sent }: Asked, entities: readonly unknown[]) => {
    if (isRewritten) rewriteEntities(schema, outputRewrites, entities, { targets, sent });
    mergeInto(merge, targets, entities, sent);
  };

  const remember = (running: Running<unknown>, representations: Representations, entities: readonly unknown[]) => {
    const known = knowledge && running.known[knowledge.kind];
    if (!known) return;
    let position = 0;
    for (const representation of representations.all) {
      const entity = entities[position++];
      if (isObject(entity)) known.set(representation, copyOf(entity));
    }
  };

  return {
    ask(running) {
      const representations = new Representations();
      const known = knowledge ? (running.known[knowledge.kind] ??= gatherKnown(running, knowledge, represent)) : undefined;
      const asked: Asked[] = [];
      for (const { path, conditions, gather } of members) {
        if (!isOn(running, conditions)) continue;
        const gathered = gather(running);
        asked.push({ path, targets: gathered.objects, sent: addTo(representations, gathered, known) });
      }
      if (representations.count === 0) return null;
      return {
        representations: representations.text,
        asked,
        take(entities, hasErrors) {
          if (entities === null || (entities === undefined && hasErrors)) return;
          if (!Array.isArray(entities) || entities.length !== representations.count) {
            throw new TypeError(`Expected a list of ${representations.count} entities.`);
          }
          if (!hasErrors) remember(running, representations, entities);
          // Another place may get other fields later, so it must not share objects with the first.
          asked.forEach((part, index) => takeInto(part, index > 0 && !mayBeShared ? cloned(entities) : entities));
        },
      };
    },
  };
}

function gatherKnown(
  { data }: Running<unknown>,
  { sources }: Knowledge,
  represent: (object: DataObject) => string | null,
): Map<string, DataObject> {
  const known = new Map<string, DataObject>();
  for (const { gather, keys, typename } of sources) {
    for (const object of gather([data])) {
      if (!keys.every((key) => Object.hasOwn(object, key) && object[key] !== undefined && object[key] !== null)) continue;
      const representation = represent(typename === null ? object : { ...object, __typename: typename });
      if (representation !== null) known.set(representation, object);
    }
  }
  return known;
}

function mergeInto(merge: Merge, targets: readonly DataObject[], entities: readonly unknown[], sent: Int32Array): void {
  for (let index = 0; index < targets.length; index++) {
    const entity = entities[sent[index] as number];
    if (isObject(entity)) merge(targets[index] as DataObject, entity);
  }
}

/** Once for each entity, however many objects it is for. */
function rewriteEntities(
  schema: Compilation<unknown>['schema'],
  rewrites: Parameters<typeof applyRewrites>[1],
  entities: readonly unknown[],
  { targets, sent }: Omit<Asked, 'path'>,
): void {
  const done = new Set<unknown>();
  targets.forEach((target, index) => {
    const entity = entities[sent[index] ?? -1];
    if (!isObject(entity) || done.has(entity)) return;
    done.add(entity);
    entity['__typename'] ??= target['__typename']; // the conditions of the rewrites ask for it
    applyRewrites(schema, rewrites, entity);
  });
}
