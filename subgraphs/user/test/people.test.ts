import { UserRolesChanged } from '@agora/schema/events/user';
import { expect, test } from '@jest/globals';
import { openUser } from './support/user.ts';

const { user, people, operator } = await openUser();

test('an operator grants a role, which the next token carries', async () => {
  const ana = await people.member();
  expect(await operator('grant', ana.email.toUpperCase(), 'MODERATOR')).toMatchObject({ code: 0 });
  const roles = ['USER', 'MODERATOR'];
  expect(await user.heard(UserRolesChanged, ({ userId }) => userId === ana.id)).toEqual({ userId: ana.id, roles });
  const { session } = await people.refresh(ana.tokens.refreshToken);
  expect(await people.verify(session?.accessToken ?? '')).toMatchObject({ roles });
  expect((await operator('grant', ana.email, 'MODERATOR')).said).toMatch(/already/);
});

test.each([
  [['grant', 'nobody@agora.example', 'ADMIN'], 'No account has the e-mail nobody@agora.example.\n'],
  [['verify', 'nobody@agora.example'], 'No account has the e-mail nobody@agora.example.\n'],
  [['grant', 'nobody@agora.example', 'KING'], 'A role is one of USER, SELLER, MODERATOR, ADMIN.\n'],
  [['verify-email', 'nobody@agora.example', 'nobody'], 'No account called nobody has the e-mail nobody@agora.example.\n'],
  [['grant'], 'Use: grant EMAIL ROLE, verify EMAIL, verify-email EMAIL USERNAME, suspend EMAIL or restore EMAIL.\n'],
  [
    ['constructor', 'nobody@agora.example'],
    'Use: grant EMAIL ROLE, verify EMAIL, verify-email EMAIL USERNAME, suspend EMAIL or restore EMAIL.\n',
  ],
])('an operator who errs is told so in one sentence (%j)', async (words, sentence) => {
  expect(await operator(...words)).toEqual({ code: 1, said: sentence });
});
