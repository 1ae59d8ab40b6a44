import { eventually } from '@agora/platform/testing/eventually';
import { data } from '../client.ts';
import { uploadPicture } from '../pictures.ts';
import type { Stage } from '../screen.ts';
import { register } from '../shop.ts';
import * as z from 'zod';

export async function play({ agora, send }: Stage): Promise<void> {
  const ana = await register(agora, 'Ana Torres');
  const avatarId = await uploadPicture(agora, ana, { purpose: 'AVATAR' });
  // People are told of files by events.
  await eventually(() => send('AccountRename', { input: { displayName: 'Ana María Torres', avatarId, expectedVersion: 1 } }, ana));
  await send('AccountSkills', { keys: ['soil-science', 'garden-design'] }, ana);
  const { categories } = await data(
    agora,
    { categories: z.object({ nodes: z.array(z.object({ id: z.string() })) }) },
    '{ categories(first: 2) { nodes { id } } }',
  );
  const save = async (input: object) => {
    await send('AccountProfileSave', { input }, ana);
    await send('AccountProfile', {}, ana);
  };

  await save({
    headline: 'Grows what others buy',
    bio: 'A balcony, and a garden outside the town.',
    location: 'Bogotá',
    countryCode: 'CO',
    websiteUrl: 'https://ana.example',
    links: [{ label: 'Blog', url: 'https://blog.example/ana' }],
    languages: ['es', 'en'],
    consumer: { birthDate: '1990-02-03', interestIds: categories.nodes.map(({ id }) => id) },
  });
  await send('AccountProfileKind', { kind: 'SPECIALIST' }, ana);
  const certificate = { name: 'Soil surveyor', issuer: 'A university', issuedOn: '2014-06-01', url: 'https://university.example/ana' };
  const hourlyRate = { amount: '45.00', currencyCode: 'EUR' };
  await save({
    specialist: {
      profession: 'Agronomist',
      experienceYears: 12,
      hourlyRate,
      isAvailable: true,
      certificates: [certificate],
      portfolioIds: [avatarId],
    },
  });
  await send('AccountProfileKind', { kind: 'BUSINESS' }, ana);
  const address = { recipientName: 'Ana Torres', line1: 'Calle 10 # 5-51', city: 'Bogotá', region: 'Cundinamarca', countryCode: 'CO' };
  const entry = { legalName: 'Torres e hijas S.A.S.', registrationNumber: '900123456', taxId: 'NIT 900123456-8', industry: 'Gardens' };
  await save({ business: { ...entry, foundedYear: 2016, size: 'UP_TO_10', address } });
  await send('AccountProfileKind', { kind: 'SPECIALIST' }, ana);
  await send('AccountProfileKind', { kind: 'BUSINESS' }, ana);
  await send('AccountProfileKind', { kind: 'CONSUMER' }, ana);
}
