import type { Money } from '@agora/platform/money';
import type { PaymentMethod } from './payment-method.ts';

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
  /** The payment methods it knows, in the order to show. */
  readonly methods: readonly PaymentMethod[];
  /** Takes the money of a saga once, however often it is asked. It may take the money and fail before it answers. */
  charge(charge: Charge, signal: AbortSignal): Promise<'APPROVED' | 'DECLINED'>;
  /** Gives back what a saga's charge took. Once it has answered, no charge of this saga takes money any more. */
  cancel(sagaId: string, signal: AbortSignal): Promise<'REFUNDED' | 'VOIDED' | 'NOTHING'>;
}
