import type { Sentence } from '@agora/platform/input/sentence';

/** A way to pay, as its provider serves it and people are told of it. */
export interface PaymentMethod {
  /** Unique among all providers. */
  readonly id: string;
  readonly name: Sentence;
  readonly description: Sentence;
  readonly kind: 'TEST';
  readonly flow: 'DIRECT';
  readonly provider: string;
}
