import type { PaymentMethod } from './payment-method.ts';

const sandbox = { kind: 'TEST', flow: 'DIRECT', provider: 'sandbox' } as const;

/** What the sandbox provider offers, in the order to show. None of it moves money. */
export const SANDBOX_METHODS: readonly PaymentMethod[] = [
  {
    ...sandbox,
    id: 'sandbox-approve',
    name: { en: 'Test: approved', es: 'Prueba: aprobado', pt: 'Teste: aprovado' },
    description: {
      en: 'Moves no money. The payment is approved at once.',
      es: 'No mueve dinero. El pago se aprueba al instante.',
      pt: 'Não movimenta dinheiro. O pagamento é aprovado na hora.',
    },
  },
  {
    ...sandbox,
    id: 'sandbox-delay',
    name: { en: 'Test: approved later', es: 'Prueba: aprobado más tarde', pt: 'Teste: aprovado mais tarde' },
    description: {
      en: 'Moves no money. The payment is approved after three seconds.',
      es: 'No mueve dinero. El pago se aprueba al cabo de tres segundos.',
      pt: 'Não movimenta dinheiro. O pagamento é aprovado após três segundos.',
    },
  },
  {
    ...sandbox,
    id: 'sandbox-decline',
    name: { en: 'Test: declined', es: 'Prueba: rechazado', pt: 'Teste: recusado' },
    description: {
      en: 'Moves no money. The payment is declined, and the order is cancelled.',
      es: 'No mueve dinero. El pago se rechaza y el pedido se cancela.',
      pt: 'Não movimenta dinheiro. O pagamento é recusado e o pedido é cancelado.',
    },
  },
  {
    ...sandbox,
    id: 'sandbox-timeout',
    name: { en: 'Test: never answered', es: 'Prueba: sin respuesta', pt: 'Teste: sem resposta' },
    description: {
      en: 'Moves no money. The payment is never answered, and the order is cancelled after a while.',
      es: 'No mueve dinero. El pago no recibe respuesta y, pasado un tiempo, el pedido se cancela.',
      pt: 'Não movimenta dinheiro. O pagamento fica sem resposta e, depois de um tempo, o pedido é cancelado.',
    },
  },
];
