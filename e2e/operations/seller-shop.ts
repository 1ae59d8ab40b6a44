import { randomUUID } from 'node:crypto';
import { eventually } from '@agora/platform/testing/eventually';
import { proveEmail } from '../mails.ts';
import { uploadPicture } from '../pictures.ts';
import type { Screen, Stage } from '../screen.ts';
import { register } from '../shop.ts';

export async function play({ agora, send }: Stage): Promise<void> {
  const seller = await register(agora, 'Torres e hijas', { profileKind: 'BUSINESS' });
  await proveEmail(agora, seller);
  const [logoId, bannerId] = [await uploadPicture(agora, seller, { purpose: 'AVATAR' }), await uploadPicture(agora, seller)];
  const documentId = await uploadPicture(agora, seller, { purpose: 'DOCUMENT' });
  const input = {
    storeName: 'Torres e hijas',
    tagline: 'Herbs with their roots',
    about: 'We grow **herbs**.',
    logoId,
    bannerId,
    location: 'Bogotá',
    countryCode: 'CO',
    contactEmail: 'shop@torres.example',
    contactPhone: '+573001234567',
    shippingPolicy: 'On Mondays.',
    returnPolicy: 'Plants stay where they are.',
    isOnVacation: true,
    vacationMessage: 'We sow.',
    expectedVersion: 1,
  };
  // People are told of files by events.
  await eventually(() => send('ShopSave', { input }, seller));
  const claim = { legalName: 'Torres e hijas S.A.S.', countryCode: 'CO', note: 'Since 2016.', documentIds: [documentId] };
  const asked = await eventually(() => send('VerificationAsk', { input: claim, key: randomUUID() }, seller));
  await send('SellerShop', {}, seller);
  await send('VerificationWithdraw', { id: asked.text('sellerVerificationRequest.sellerVerification.id') }, seller);
  await send('SellerShop', {}, seller);
}

/** Decided requests are on the screen of those who decide. */
export const notGiven: Screen['notGiven'] = {
  SellerShop: ['viewer.sellerVerification.decidedAt', 'viewer.sellerVerification.rejection'],
};
