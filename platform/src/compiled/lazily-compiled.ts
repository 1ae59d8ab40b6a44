import { type DocumentNode, execute, type GraphQLSchema } from 'graphql';
import { type CompiledOperation, compileOperation } from './compile-operation.ts';

/** Executes a valid document; from its second time on by its plan, so that those that come once do not pay for one. */
export function lazilyCompiled(schema: GraphQLSchema, document: DocumentNode): CompiledOperation {
  const plainly: CompiledOperation = (args) => execute({ schema, document, ...args });
  let run: CompiledOperation | null = null;
  let isKnown = false;
  return (args) => {
    if (!isKnown) {
      isKnown = true;
      return plainly(args);
    }
    run ??= compileOperation(schema, document) ?? plainly;
    return run(args);
  };
}
