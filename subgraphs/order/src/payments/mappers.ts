import type { PaymentMethod as OfferedMethod } from './payment-method.ts';

export type PaymentMethod = OfferedMethod;
