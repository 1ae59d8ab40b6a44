import { data } from '../client.ts';
import type { Screen, Stage } from '../screen.ts';
import { register, signIn } from '../shop.ts';
import * as z from 'zod';

export async function play({ agora, send }: Stage): Promise<void> {
  const ana = await register(agora, 'Ana Torres');
  await send('SellerPage', { username: 'seller', filter: { isAvailable: true } }, ana);
  // Nobody else's screen shows this shop.
  const volta = await signIn(agora, 'volta');
  const input = {
    about: 'We **repair**.',
    contactEmail: 'shop@volta.example',
    contactPhone: '+351912345678',
    shippingPolicy: 'Within two days.',
    returnPolicy: 'Within a month.',
    vacationMessage: 'Back soon.',
  };
  const Empty = z.object({ userErrors: z.array(z.unknown()).length(0) });
  const save = 'mutation ($input: SellerUpdateInput!) { sellerUpdate(input: $input) { userErrors { code } } }';
  await data(agora, { sellerUpdate: Empty }, save, { input }, volta);
  await send('SellerPage', { username: 'volta' });
}

/** Who stands behind a shop is on the screen of the own profile. */
export const notGiven: Screen['notGiven'] = {
  SellerPage: ['user.profile.links', 'user.profile.details.legalName'],
};
