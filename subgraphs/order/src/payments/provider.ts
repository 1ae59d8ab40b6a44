import type { Money } from '@agora/platform/money';

export interface Charge {
  /** The provider tells charges apart by it. */
  readonly sagaId: string;
  readonly amount: Money;
  readonly method: string;
}

/**
 * Whoever moves the money. It keeps its own books, so it is asked outside transactions only, and may be asked the same thing
 * again.
 */
export interface PaymentProvider {
  /** Ids of the payment methods it knows. */
  readonly methods: ReadonlySet<string>;
  /** Takes the money of a saga once, however often it is asked. It may take the money and fail before it answers. */
  charge(charge: Charge, signal: AbortSignal): Promise<'APPROVED' | 'DECLINED'>;
  /** Gives back what a saga's charge took. Once it has answered, no charge of this saga takes money any more. */
  cancel(sagaId: string, signal: AbortSignal): Promise<'REFUNDED' | 'VOIDED' | 'NOTHING'>;
}
