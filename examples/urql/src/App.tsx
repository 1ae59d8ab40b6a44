import { type ReactNode, useState } from 'react';
import { useMutation } from 'urql';
import { SignInForm } from '@agora-examples/shared/components';
import * as documents from '@agora-examples/shared/documents';
import { keepTokens } from '@agora-examples/shared/session';
import { Live, Products, Shop } from './Shop.tsx';

export function App(): ReactNode {
  const [isFollowing, setFollowing] = useState(false);
  const [{ data }, signIn] = useMutation<documents.SignInData>(documents.SIGN_IN);
  const person = data?.sessionCreate?.user;
  if (!person) {
    const submit = async (input: object) => {
      const done = await signIn({ input });
      keepTokens(done.data?.sessionCreate?.session);
    };
    return (
      <>
        <SignInForm onSubmit={submit} />
        <Products />
      </>
    );
  }
  return (
    <>
      <p>Signed in as {person.displayName}</p>
      {isFollowing ? <Live /> : <button onClick={() => setFollowing(true)}>Follow</button>}
      <Shop />
    </>
  );
}
