import { SellerVerified, UserRolesChanged } from '@agora/schema/events/user';
import { expect, test } from '@jest/globals';
import { openUser } from './support/user.ts';

const { user, people, operator } = await openUser();

test('an operator verifies a seller, who becomes one where needed', async () => {
  const ana = await people.member();
  expect(await operator('verify', ana.email)).toEqual({ code: 0, said: `${ana.email} is a verified seller now.\n` });
  await user.heard(SellerVerified, ({ userId }) => userId === ana.id);
  expect(await user.heard(UserRolesChanged, ({ userId }) => userId === ana.id)).toMatchObject({ roles: ['USER', 'SELLER'] });
  expect(await user.data('{ viewer { profile { isVerifiedSeller } } }', {}, { as: ana })).toEqual({
    viewer: { profile: { isVerifiedSeller: true } },
  });
  expect((await operator('verify', ana.email)).said).toMatch(/already/);
  await people.heardAllUntilNow();
  expect(user.heardAll(SellerVerified, ({ userId }) => userId === ana.id)).toHaveLength(1);
});

test('who is verified as a seller has proved the e-mail', async () => {
  const email = 'known-seller@agora.example';
  await people.register({ email, profileKind: 'BUSINESS' });
  await operator('verify', email);
  expect((await people.register({ email })).userErrors).toMatchObject([{ code: 'EMAIL_TAKEN' }]);
});
