import { ceramics } from './posts/ceramics.ts';
import { balcony } from './posts/balcony.ts';
import { coffee } from './posts/coffee.ts';
import { repair } from './posts/repair.ts';
import { wood } from './posts/wood.ts';
import type { DemoPost } from './post.ts';

export interface DemoCommunity {
  readonly slug: string;
  readonly name: string;
  readonly posts: readonly DemoPost[];
}

export const DEMO_COMMUNITIES: readonly DemoCommunity[] = [
  { slug: 'ceramics', name: 'Ceramics and Glazes', posts: ceramics },
  { slug: 'balcony-gardens', name: 'Balcony Gardens', posts: balcony },
  { slug: 'wood-and-chairs', name: 'Wood and Old Chairs', posts: wood },
  { slug: 'repair-table', name: 'The Repair Table', posts: repair },
  { slug: 'coffee-and-kitchen', name: 'Coffee and Kitchen', posts: coffee },
];
