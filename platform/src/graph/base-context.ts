import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReadCache } from '../caching/read-cache.ts';
import type { Actor } from '../security/actor.ts';
import type { SessionTokens } from '../security/session-tokens.ts';
import type { Language } from '../input/sentence.ts';

/** What every resolver is given; a subgraph adds its loaders. */
export interface BaseContext {
  /** Becomes whom the operation signs in, for what is below that and after it. */
  actor: Actor | null;
  /** Address of the client. */
  readonly ip: string;
  /** The client's browser or app, as it calls itself; null where it says nothing. Only mutations can rely on it. */
  readonly userAgent: string | null;
  /** BCP 47 tags of the languages that the client reads, the preferred first, each followed by what it is a kind of. */
  readonly languages: readonly string[];
  /** What of the languages that the marketplace speaks the client prefers. */
  readonly language: Language;
  /** The refresh token that the gateway keeps for the client, '' where it keeps none; null where it can keep none. The owner of sessions alone is told it. */
  readonly refreshToken: string | null;
  /** Becomes what the gateway keeps for the client from then on; null: nothing any more. */
  sessionTokens?: SessionTokens | null;
  /** The client's `Idempotency-Key` header. */
  readonly idempotencyKey: string | null;
  /** A mutation's own unit of work. Queries have none: they read rows, and MikroORM refuses to look for entities. */
  readonly em: EntityManager;
  /** Of queries alone, where the service has one: what follows a change or a live event is read anew. */
  readonly cache?: ReadCache | undefined;
}
