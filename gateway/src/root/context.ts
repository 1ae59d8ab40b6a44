import type { Actor } from '@agora/platform/security/actor';
import type { Language } from '@agora/platform/input/sentence';
import type { GatewayContext } from '../context.ts';
import type { References } from './references.ts';

/** What a resolver of the gateway's own subgraph knows of whoever asks; what it asks elsewhere is asked in the same name. */
export interface RootContext extends GatewayContext {
  readonly actor: Actor | null;
  readonly language: Language;
  /** The objects of the graph. */
  readonly references: References;
}
