import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation, useQuery, useSubscription } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { CartSummary, Notices, PlacedOrder, ProductList, SignInForm } from '@agora-examples/shared/components';
import * as documents from '@agora-examples/shared/documents';
import { keepTokens } from '@agora-examples/shared/session';

const SIGN_IN: TypedDocumentNode<documents.SignInData> = gql(documents.SIGN_IN);
const PRODUCTS: TypedDocumentNode<documents.ProductsData> = gql(documents.PRODUCTS);
const ADD_TO_CART: TypedDocumentNode<documents.AddToCartData> = gql(documents.ADD_TO_CART);
const CHECK_OUT: TypedDocumentNode<documents.CheckOutData> = gql(documents.CHECK_OUT);
const NOTIFICATION_RECEIVED: TypedDocumentNode<documents.NotificationReceivedData> = gql(documents.NOTIFICATION_RECEIVED);

export function App(): ReactNode {
  const [isFollowing, setFollowing] = useState(false);
  const [signIn, { data }] = useMutation(SIGN_IN, { onCompleted: (done) => keepTokens(done.sessionCreate?.session) });
  const person = data?.sessionCreate?.user;
  if (!person) {
    return (
      <>
        <SignInForm onSubmit={(input) => signIn({ variables: { input } })} />
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

function Shop(): ReactNode {
  const [addToCart, added] = useMutation(ADD_TO_CART);
  const [checkOut, checkedOut] = useMutation(CHECK_OUT);
  const cart = added.data?.cartLinesAdd?.cart;
  const order = checkedOut.data?.checkoutComplete?.order;
  return (
    <>
      {cart && (
        <CartSummary
          cart={cart}
          onCheckOut={() => checkOut({ variables: { input: { cartId: cart.id, paymentMethodId: 'sandbox-approve' } } })}
        />
      )}
      {order && <PlacedOrder order={order} />}
      <Products onAdd={(variantId) => addToCart({ variables: { input: { lines: [{ variantId }] } } })} />
    </>
  );
}

function Products({ onAdd }: { onAdd?: (variantId: string) => unknown }): ReactNode {
  const { data, fetchMore } = useQuery(PRODUCTS);
  const page = data?.products;
  const showMore = () =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { products } }) => ({
        products: products && { ...products, nodes: [...(before.products?.nodes ?? []), ...products.nodes] },
      }),
    });
  return <ProductList products={page?.nodes ?? []} onAdd={onAdd} onMore={page?.pageInfo.hasNextPage ? showMore : undefined} />;
}

function Live(): ReactNode {
  const [notices, setNotices] = useState<readonly documents.Notice[]>([]);
  useSubscription(NOTIFICATION_RECEIVED, {
    onData: ({ data: { data } }) => data && setNotices((before) => [...before, data.notificationReceived.notification]),
  });
  return <Notices notices={notices} />;
}
