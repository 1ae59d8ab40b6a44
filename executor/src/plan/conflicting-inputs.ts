import {
  Kind,
  print,
  stripIgnoredCharacters,
  visit,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fieldOfService, type InputUse } from '../supergraph/required-inputs.ts';
import { fetchDocument, fragmentOf, type Fragments } from './fetch-document.ts';
import type { FetchNode, InputSelection } from './nodes.ts';

/**
 * One fetch where it can send all its inputs, several where two of them would be sent under one name: fields that require
 * `price(currency: "USD")` and fields that require `price(currency: "EUR")` are asked for in requests of their own.
 * Seen by the audit's requires-with-argument-conflict.
 */
export function withoutConflictingInputs(fetch: FetchNode, uses: ReadonlyMap<string, readonly InputUse[]>): readonly FetchNode[] {
  if (!fetch.requires || !hasConflict(fetch.requires)) return [fetch];
  const { operation, fragments } = fetchDocument(fetch.operation);
  const entities = operation.selectionSet.selections[0];
  if (entities?.kind !== Kind.FIELD || !entities.selectionSet) return [fetch];

  const parts = new Parts(fetch.serviceName, uses);
  const selectionSet = withoutSpreads(entities.selectionSet, fragments);
  parts.assign(undefined, selectionSet);
  if (parts.all.length === 1) return [fetch];
  return parts.all.flatMap((part) => {
    const kept = parts.selectionsOf(part, undefined, selectionSet);
    return kept.length === 0
      ? []
      : [fetchPart(fetch, operation, { ...entities, selectionSet: { ...selectionSet, selections: kept } }, part)];
  });
}

interface Part {
  readonly uses: InputUse[];
}

/** Fields of one fetch, divided by the inputs that they need. */
class Parts {
  /** The first part also has all fields that need no such input. */
  readonly all: [Part, ...Part[]] = [{ uses: [] }];
  readonly #byField = new Map<string, Part>();
  readonly #service: string;
  readonly #uses: ReadonlyMap<string, readonly InputUse[]>;

  constructor(service: string, uses: ReadonlyMap<string, readonly InputUse[]>) {
    this.#service = service;
    this.#uses = uses;
  }

  assign(type: string | undefined, { selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) this.assign(typeIn(selection, type), selection.selectionSet);
      if (selection.kind !== Kind.FIELD) continue;
      const field = this.#keyOf(type, selection);
      const needed = this.#uses.get(field);
      if (needed && !this.#byField.has(field)) this.#byField.set(field, this.#partFor(needed));
    }
  }

  selectionsOf(part: Part, type: string | undefined, { selections }: SelectionSetNode): SelectionNode[] {
    return selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD)
        return (this.#byField.get(this.#keyOf(type, selection)) ?? this.all[0]) === part ? [selection] : [];
      if (selection.kind !== Kind.INLINE_FRAGMENT) return [];
      const kept = this.selectionsOf(part, typeIn(selection, type), selection.selectionSet);
      return kept.length === 0 ? [] : [{ ...selection, selectionSet: { ...selection.selectionSet, selections: kept } }];
    });
  }

  #partFor(needed: readonly InputUse[]): Part {
    const fitting = this.all.find((part) => !needed.some((use) => part.uses.some((other) => conflict(use, other))));
    const part = fitting ?? { uses: [] };
    if (!fitting) this.all.push(part);
    part.uses.push(...needed);
    return part;
  }

  #keyOf(type: string | undefined, field: FieldNode): string {
    return fieldOfService(this.#service, type ?? '', field.name.value);
  }
}

function fetchPart(fetch: FetchNode, operation: OperationDefinitionNode, entities: FieldNode, part: Part): FetchNode {
  const only: OperationDefinitionNode = { ...operation, selectionSet: { ...operation.selectionSet, selections: [entities] } };
  const used = new Set<string>();
  visit({ ...only, variableDefinitions: [] }, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value));
  return {
    ...fetch,
    operation: stripIgnoredCharacters(print({ ...only, variableDefinitions })),
    variableUsages: fetch.variableUsages.filter((name) => used.has(name)),
    requires: inputsOf(part, fetch.requires ?? [], ''),
  };
}

/** The inputs without those that only other parts need. */
function inputsOf(part: Part, selections: readonly InputSelection[], path: string): InputSelection[] {
  return selections.flatMap((selection): InputSelection[] => {
    if (selection.kind === 'InlineFragment') {
      const kept = inputsOf(part, selection.selections, path);
      return kept.length === 0 ? [] : [{ ...selection, selections: kept }];
    }
    const here = path === '' ? selection.key : `${path}.${selection.key}`;
    if (isPrivate(selection) && !part.uses.some((use) => use.key === here)) return [];
    if (!selection.selections) return [selection];
    const kept = inputsOf(part, selection.selections, here);
    return kept.length === 0 ? [] : [{ ...selection, selections: kept }];
  });
}

function hasConflict(selections: readonly InputSelection[]): boolean {
  const keys = new Map<string, string>();
  const inner: InputSelection[] = [];
  const meet = (selection: InputSelection): boolean => {
    if (selection.kind === 'InlineFragment') return selection.selections.some(meet);
    inner.push(...(selection.selections ?? []));
    const other = keys.get(selection.sentAs);
    keys.set(selection.sentAs, selection.key);
    return other !== undefined && other !== selection.key;
  };
  return selections.some(meet) || (inner.length > 0 && hasConflict(inner));
}

function conflict(one: InputUse, other: InputUse): boolean {
  return one.type === other.type && one.sentAs === other.sentAs && one.key !== other.key;
}

function isPrivate({ key, sentAs }: { readonly key: string; readonly sentAs: string }): boolean {
  return key !== sentAs;
}

function typeIn({ typeCondition }: Extract<SelectionNode, { kind: Kind.INLINE_FRAGMENT }>, type: string | undefined): string | undefined {
  return typeCondition?.name.value ?? type;
}

function withoutSpreads(set: SelectionSetNode, fragments: Fragments): SelectionSetNode {
  return visit(set, {
    FragmentSpread(spread) {
      const { typeCondition, selectionSet } = fragmentOf(spread, fragments);
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives: spread.directives, selectionSet };
    },
  });
}
