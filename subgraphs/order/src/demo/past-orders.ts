import { DEMO_PEOPLE } from '@agora/schema/demo/people';
import { DEMO_PRODUCTS } from '@agora/schema/demo/products';

export interface PastOrder {
  readonly buyerId: string;
  readonly daysAgo: number;
  readonly lines: readonly { readonly variantId: string; readonly quantity: number }[];
  readonly paymentMethodId: string;
}

const bought = (
  buyer: string,
  daysAgo: number,
  quantities: Readonly<Record<string, number>>,
  paymentMethodId = 'sandbox-approve',
): PastOrder => ({
  buyerId: known(DEMO_PEOPLE, ({ username }) => username === buyer, buyer).id,
  daysAgo,
  lines: Object.entries(quantities).map(([slug, quantity]) => ({
    variantId: known(DEMO_PRODUCTS, (product) => product.slug === slug, slug).variantId,
    quantity,
  })),
  paymentMethodId,
});

/** What people of the demo data bought, the oldest first. */
export const PAST_ORDERS: readonly PastOrder[] = [
  bought('buyer', 96, { 'balcony-tomato-seeds': 2, 'terracotta-pot-trio': 1, 'soil-moisture-sensor': 1 }),
  bought('aisha', 61, { 'chair-weaving-cord': 3, 'carving-knife-set': 1 }),
  bought('buyer', 40, { 'cafe-de-altura': 2, 'espresso-cup-pair': 1 }),
  bought('camille', 23, { 'wildflower-meadow-mix': 4, 'worm-compost-5l': 2 }),
  bought('buyer', 9, { 'oak-floor-lamp': 1 }, 'sandbox-decline'),
  bought('buyer', 8, { 'clip-reading-light': 1, 'smart-bulb-open': 2 }),
];

function known<Thing>(things: readonly Thing[], is: (thing: Thing) => boolean, name: string): Thing {
  const thing = things.find(is);
  if (!thing) throw new Error(`The demo data speaks of "${name}", which is not there.`);
  return thing;
}
