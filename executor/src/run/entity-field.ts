import { compileMerge, type Merge, mergeAll } from '../data/merge.ts';
import { compileRepresentation } from '../data/representation.ts';
import { applyRewrites } from '../data/rewrites.ts';
import { cloned, type DataObject, isObject } from '../data/tree.ts';
import type { Compilation } from './compilation.ts';
import type { Asked } from './failures.ts';
import { type FlatFetch, isOn } from './flat-fetch.ts';
import { Representations } from './representations.ts';
import type { Gathered, GatherFor } from './gathered.ts';
import type { Running } from './request.ts';

/** One `_entities` field: the fetches that send the same inputs and select the same, each at a place of its own. */
export interface EntityField {
  /** What is to be asked in this request; null where there is nothing. */
  ask(running: Running<unknown>): Question | null;
}

export interface Question {
  /** The items of the list of representations. */
  readonly representations: string;
  readonly asked: readonly Asked[];
  /** Merges what the subgraph answered into the data tree; throws where that is no list of as many entities. */
  take(entities: unknown, hasErrors: boolean): void;
}

/**
 * `kind` is a number that this field shares with the later ones that ask the same of the same subgraph: an entity that one of
 * them has brought without errors is not asked for again.
 */
export function compileEntityField(
  { schema }: Pick<Compilation<unknown>, 'schema'>,
  fetches: readonly [FlatFetch, ...FlatFetch[]],
  gatherFor: (fetch: FlatFetch) => GatherFor,
  kind: number | null,
): EntityField {
  const [{ node, operation }] = fetches;
  const compiled = compileMerge(schema, operation.selectionSet, operation.fragments);
  const isRewritten = node.outputRewrites.length > 0;
  const merge = isRewritten ? mergeAll : compiled.merge;
  const mayBeShared = !isRewritten && compiled.leavesOnly;
  const copyOf = (entity: DataObject): DataObject => (mayBeShared ? entity : cloned(entity));
  const { represent } = compileRepresentation(schema, node.requires ?? [], node.inputRewrites);
  const members = fetches.map((fetch) => ({ fetch, gather: gatherFor(fetch) }));

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
    if (isRewritten) rewriteEntities(schema, node.outputRewrites, entities, { targets, sent });
    mergeInto(merge, targets, entities, sent);
  };

  const remember = (running: Running<unknown>, representations: Representations, entities: readonly unknown[]) => {
    if (kind === null) return;
    const known = (running.known[kind] ??= new Map());
    let position = 0;
    for (const representation of representations.all) {
      const entity = entities[position++];
      if (isObject(entity)) known.set(representation, copyOf(entity));
    }
  };

  return {
    ask(running) {
      const representations = new Representations();
      const known = kind === null ? undefined : running.known[kind];
      const asked: Asked[] = [];
      for (const { fetch, gather } of members) {
        if (!isOn(running, fetch)) continue;
        const gathered = gather(running);
        asked.push({ path: fetch.path, targets: gathered.objects, sent: addTo(representations, gathered, known) });
      }
      if (representations.count === 0) return null;
      return {
        representations: representations.text,
        asked,
        take(entities, hasErrors) {
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
