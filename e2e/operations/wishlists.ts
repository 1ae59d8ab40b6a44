import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import * as z from 'zod';
import { data } from '../client.ts';
import type { Screen, Stage } from '../screen.ts';
import { listProduct, register, signIn } from '../shop.ts';

export async function play({ agora, send, follow }: Stage): Promise<void> {
  const [seller, ana] = await Promise.all([signIn(agora, 'seller'), register(agora, 'Ana Torres')]);
  const [pictured] = DEMO_PRODUCTS.filter(({ sellerId }) => sellerId === seller.id);
  if (!pictured) throw new Error('The demo seller sells nothing.');
  const lamp = await listProduct(agora, seller, 'Paper lamp', 3, '30.00');
  const live = await follow('WishlistsLive', {}, ana);

  const wish = { productId: pictured.id, variantId: pictured.variantId, note: 'The small one.', quantity: 2 };
  const first = (await send('WishAdd', { input: wish }, ana)).text('wishlistItemAdd.item.id');
  const second = (await send('WishAdd', { input: { productId: lamp.productId } }, ana)).text('wishlistItemAdd.item.id');
  await makeCheaper(lamp);
  await send('WishAdd', { input: { productId: lamp.productId, note: 'In white.' } }, ana);
  for (const itemId of [first, second]) await send('WishChange', { input: { itemId, quantity: 3 } }, ana);
  const later = (await send('WishlistMake', { name: 'Later' }, ana)).text('wishlistCreate.wishlist.id');
  await send('WishMove', { input: { itemId: second, wishlistId: later } }, ana);
  await send('WishMove', { input: { itemId: first, wishlistId: later, position: 0 } }, ana);
  await send('WishlistRename', { input: { wishlistId: later, name: 'One day', expectedVersion: 3 } }, ana);
  await send('WishlistLink', { id: later }, ana);
  await send('WishlistsPage', {}, ana);
  await send('WishlistLinkEnd', { id: later }, ana);
  await send('WishRemove', { productId: lamp.productId }, ana);
  await send('WishlistDrop', { id: later }, ana);
  await live.events(15);

  async function makeCheaper({ productId, variantId }: typeof lamp): Promise<void> {
    const variants = [{ variantId, prices: [{ price: { amount: '24.00', currencyCode: 'EUR' } }] }];
    await data(
      agora,
      { productVariantsUpdate: z.object({ userErrors: z.array(z.unknown()).length(0) }) },
      'mutation ($input: ProductVariantsUpdateInput!) { productVariantsUpdate(input: $input) { userErrors { code } } }',
      { input: { productId, variants } },
      { token: seller.token },
    );
  }
}

/** A heart that is clicked again leaves no wish, and a link that has ended no token. */
export const notGiven: Screen['notGiven'] = {
  WishRemove: ['wishlistItemRemove.product.viewerWishlistItems.id'],
  WishlistLinkEnd: ['wishlistUnshare.wishlist.shareToken'],
};
