import { print, stripIgnoredCharacters, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { ownDocument } from './own-document.ts';

/**
 * The same text for the same operation, however it is formatted and commented, whatever else its document holds and in
 * whatever order. The operation's name counts, because subgraphs see it.
 */
export function normalisedKey(document: DocumentNode, operation: OperationDefinitionNode): string {
  return stripIgnoredCharacters(print(ownDocument(document, operation)));
}
