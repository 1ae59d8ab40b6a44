import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { AnswerSize } from './answer-size.ts';
import type { Faults } from './faults.ts';

/** What is asked of one object, settled before there is one. */
export interface Selection {
  readonly fields: readonly SelectedField[];
  /** Characters of its keys in an answer. */
  readonly characters: number;
  /** Makes the empty answer; all answers of a selection have the same shape, which V8 knows how to keep small and fast. */
  readonly Answer: new () => Record<string, unknown>;
}

export interface SelectedField {
  /** The alias, or else the name. */
  readonly key: string;
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly nullable: boolean;
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
  readonly argumentsFor: (variableValues: VariableValues) => Record<string, unknown>;
  readonly complete: Complete;
  /** What is asked of its object, once the type of the object is known. */
  readonly selectionOn: (type: GraphQLObjectType) => Selection;
}

/** Turns what was resolved into what is answered, as its type demands. */
export type Complete = (run: Run, field: SelectedField, path: Path, value: unknown) => unknown;

/** One request. */
export interface Run {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: VariableValues;
  readonly rootValue: unknown;
  readonly contextValue: unknown;
  readonly faults: Faults;
  readonly size: AnswerSize;
}

export type VariableValues = Record<string, unknown>;
export type Path = GraphQLResolveInfo['path'];
