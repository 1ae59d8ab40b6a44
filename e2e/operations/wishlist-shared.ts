import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import * as z from 'zod';
import { data } from '../client.ts';
import type { Stage } from '../screen.ts';
import { register, wishFor } from '../shop.ts';

export async function play({ agora, send }: Stage): Promise<void> {
  const ana = await register(agora, 'Ana Torres');
  const [product] = DEMO_PRODUCTS;
  if (!product) throw new Error('The demo data has no products.');
  const { wishlistId } = await wishFor(agora, ana, { productId: product.id, variantId: product.variantId, note: 'In blue.' });
  const { wishlistShare } = await data(
    agora,
    { wishlistShare: z.object({ wishlist: z.object({ shareToken: z.string() }) }) },
    'mutation ($id: ID!) { wishlistShare(input: { wishlistId: $id }) { wishlist { shareToken } } }',
    { id: wishlistId },
    { token: ana.token },
  );
  await send('SharedWishlist', { token: wishlistShare.wishlist.shareToken });
}
