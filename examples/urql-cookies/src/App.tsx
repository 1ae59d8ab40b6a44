import { type ReactNode, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { SignInForm } from '@agora-examples/shared/components';
import * as documents from '@agora-examples/shared/documents';
import { Live, Products, Shop } from '../../urql/src/Shop.tsx';

/** Whoever signs in is a `User`, which asks again for all that one of these was read of. */
const SIGNED_IN = { additionalTypenames: ['User'] };

export function App(): ReactNode {
  const [isFollowing, setFollowing] = useState(false);
  const [{ data }] = useQuery<documents.ViewerData>({ query: documents.VIEWER, context: SIGNED_IN });
  const [, signIn] = useMutation<documents.SignInData>(documents.SIGN_IN);
  const [, signOut] = useMutation(documents.SIGN_OUT);
  if (!data) return null;
  if (!data.viewer) {
    return (
      <>
        <SignInForm onSubmit={(input) => signIn({ input: { ...input, transport: 'COOKIE' } })} />
        <Products />
      </>
    );
  }
  const leave = async () => {
    await signOut({});
    // What was read as this person goes with the page.
    location.reload();
  };
  return (
    <>
      <p>Signed in as {data.viewer.displayName}</p>
      <button onClick={() => void leave()}>Sign out</button>
      {isFollowing ? <Live /> : <button onClick={() => setFollowing(true)}>Follow</button>}
      <Shop />
    </>
  );
}
