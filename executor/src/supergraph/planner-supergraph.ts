import { parse, type DocumentNode } from 'graphql';
import { privateNames, type PrivateNames } from './private-names.ts';
import { separateRequiredInputs, type RequiredInputs } from './required-inputs.ts';
import { resolvableKeysFirst } from './resolvable-keys-first.ts';

/** The supergraph as only the planner sees it; clients see the API schema of the original. */
export interface PlannerSupergraph {
  readonly document: DocumentNode;
  readonly inputs: RequiredInputs;
  readonly names: PrivateNames;
  /** False where it has what is for the planner alone, and no rule of supergraphs allows: what a `@requires` needs with arguments. */
  readonly isValid: boolean;
}

/** Goes round the planner's faults in its input, so that Apollo's packages stay as they are. */
export function plannerSupergraph(supergraphSdl: string): PlannerSupergraph {
  const names = privateNames(supergraphSdl);
  const { supergraph, inputs } = separateRequiredInputs(parse(supergraphSdl, { noLocation: true }), names.input);
  const document = { ...supergraph, definitions: supergraph.definitions.map(resolvableKeysFirst) };
  return { document, inputs, names, isValid: inputs.fields.size === 0 };
}
