import { type DefinitionNode, type DocumentNode, Kind, Lexer, Source, TokenKind } from 'graphql';
import { Parser } from 'graphql/language/parser.js';
import type { Steps } from '../slices.ts';

/** Each token holds on to the one before, so a long text that is read in one go fills the memory with all of them. */
const CHARACTERS_AT_A_TIME = 16_384;

/** The same as `parse` of graphql-js, without locations and divided: a step for each definition. */
export function* parseSdl(sdl: string): Steps<DocumentNode> {
  const definitions: DefinitionNode[] = [];
  for (let rest = sdl; ;) {
    const lexer = new Lexer(new Source(rest));
    const parser = new Parser(lexer.source, { noLocation: true, lexer });
    parser.expectToken(TokenKind.SOF);
    do {
      definitions.push(parser.parseDefinition());
      yield;
    } while (lexer.token.kind !== TokenKind.EOF && lexer.token.start < CHARACTERS_AT_A_TIME);
    if (lexer.token.kind === TokenKind.EOF) return { kind: Kind.DOCUMENT, definitions };
    rest = rest.slice(lexer.token.start);
  }
}
