import { EXPLORER } from './explorer.ts';
import { escaped, plainPage } from './plain-page.ts';

const TOKEN = 'what stands behind #token= in the address';

/** What an application does with each link of a mail. */
const OPERATIONS: Readonly<Record<string, { readonly title: string; readonly operation: string }>> = {
  '/verify-email': {
    title: 'Verify an address',
    operation: `mutation {
  userEmailVerify(input: { token: "${TOKEN}" }) { isVerified userErrors { code message } }
}`,
  },
  '/reset-password': {
    title: 'Set a new password',
    operation: `mutation {
  userPasswordReset(input: { token: "${TOKEN}", newPassword: "the new one" }) { isReset userErrors { code message } }
}`,
  },
  '/confirm-email': {
    title: 'Confirm a new address',
    operation: `mutation {
  userEmailChangeConfirm(input: { token: "${TOKEN}" }) { user { email } userErrors { code message } }
}`,
  },
  '/sessions': {
    title: 'Open sessions',
    operation: '{ viewer { sessions(first: 20) { nodes { id device { label } lastUsedAt } } } }',
  },
};

/** Where a link of a mail leads while no application takes it: a page that says how to do by hand what one does. Null for other paths. */
export function linkPage(pathname: string): string | null {
  if (!Object.hasOwn(OPERATIONS, pathname)) return null;
  const { title = '', operation = '' } = OPERATIONS[pathname] ?? {};
  return plainPage(
    title,
    `<p>An application of the marketplace answers here; the setting APP_URL says where it is. By hand, send this in
<a href="${EXPLORER}">the explorer</a>:</p><pre>${escaped(operation)}</pre>`,
  );
}
