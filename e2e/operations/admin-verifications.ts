import * as z from 'zod';
import { type Agora } from '../agora.ts';
import { data } from '../client.ts';
import { proveEmail } from '../mails.ts';
import type { Screen, Stage } from '../screen.ts';
import { type Person, register, signIn } from '../shop.ts';

export async function play({ agora, send }: Stage): Promise<void> {
  const admin = await signIn(agora, 'admin');
  const seller = await register(agora, 'Torres e hijas', { profileKind: 'BUSINESS' });
  await proveEmail(agora, seller);
  await send(
    'VerificationReject',
    { input: { sellerVerificationId: await askToBeVerified(agora, seller), reason: 'OTHER', message: 'Which register?' } },
    admin,
  );
  const id = await askToBeVerified(agora, seller);
  await send('VerificationQueue', { filter: { statuses: ['PENDING', 'REJECTED'] } }, admin);
  await send('VerificationApprove', { id, version: 1 }, admin);
  await send('VerificationRevoke', { input: { userId: seller.id, reason: 'OTHER', message: 'The register has no such number.' } }, admin);
}

async function askToBeVerified(agora: Agora, seller: Person): Promise<string> {
  const address = { recipientName: 'Ana Torres', line1: 'Calle 10 # 5-51', city: 'Bogotá', region: 'Cundinamarca', countryCode: 'CO' };
  const input = {
    legalName: 'Torres e hijas S.A.S.',
    countryCode: 'CO',
    registrationNumber: '900123456',
    taxId: 'NIT 900123456-8',
    address,
    note: 'Since 2016.',
  };
  const { sellerVerificationRequest } = await data(
    agora,
    { sellerVerificationRequest: z.object({ sellerVerification: z.object({ id: z.string() }) }) },
    `mutation ($input: SellerVerificationRequestInput!) {
      sellerVerificationRequest(input: $input) { sellerVerification { id } userErrors { code } } }`,
    { input },
    seller,
  );
  return sellerVerificationRequest.sellerVerification.id;
}

/** What is approved was not turned down. */
export const notGiven: Screen['notGiven'] = { VerificationApprove: ['sellerVerificationApprove.sellerVerification.rejection'] };
