import { type ReactNode, useMemo, useState } from 'react';
import { graphql, useLazyLoadQuery, useMutation, usePaginationFragment, useSubscription } from 'react-relay';
import { CartSummary, Notices, PlacedOrder, ProductList, SignInForm } from '@agora-examples/shared/components';
import { keepTokens } from '@agora-examples/shared/session';
import type { App_products$key } from './__generated__/App_products.graphql';
import type { AppAddToCartMutation } from './__generated__/AppAddToCartMutation.graphql';
import type { AppCheckOutMutation } from './__generated__/AppCheckOutMutation.graphql';
import type { AppMoreProductsQuery } from './__generated__/AppMoreProductsQuery.graphql';
import type { AppNotificationsSubscription } from './__generated__/AppNotificationsSubscription.graphql';
import type { AppProductsQuery } from './__generated__/AppProductsQuery.graphql';
import type { AppSignInMutation, AppSignInMutation$data } from './__generated__/AppSignInMutation.graphql';

export function App(): ReactNode {
  const [isFollowing, setFollowing] = useState(false);
  const [signedIn, setSignedIn] = useState<AppSignInMutation$data['sessionCreate']>();
  const [signIn] = useMutation<AppSignInMutation>(graphql`
    mutation AppSignInMutation($input: SessionCreateInput!) {
      sessionCreate(input: $input) {
        session {
          accessToken
          refreshToken
        }
        user {
          displayName
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `);
  if (!signedIn?.user) {
    const submit = (input: { email: string; password: string }) =>
      signIn({
        variables: { input },
        onCompleted({ sessionCreate }) {
          keepTokens(sessionCreate?.session);
          setSignedIn(sessionCreate);
        },
      });
    return (
      <>
        <SignInForm onSubmit={submit} />
        <Products />
      </>
    );
  }
  return (
    <>
      <p>Signed in as {signedIn.user.displayName}</p>
      {isFollowing ? <Live /> : <button onClick={() => setFollowing(true)}>Follow</button>}
      <Shop />
    </>
  );
}

function Shop(): ReactNode {
  const [cart, setCart] = useState<NonNullable<AppAddToCartMutation['response']['cartLinesAdd']>['cart']>();
  const [order, setOrder] = useState<NonNullable<AppCheckOutMutation['response']['checkoutComplete']>['order']>();
  const [addToCart] = useMutation<AppAddToCartMutation>(graphql`
    mutation AppAddToCartMutation($input: CartLinesAddInput!) {
      cartLinesAdd(input: $input) {
        cart {
          id
          lines {
            id
            quantity
          }
          total {
            amount
            currencyCode
          }
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `);
  const [checkOut] = useMutation<AppCheckOutMutation>(graphql`
    mutation AppCheckOutMutation($input: CheckoutCompleteInput!) {
      checkoutComplete(input: $input) {
        order {
          id
          number
          status
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `);
  const add = (variantId: string) =>
    addToCart({
      variables: { input: { lines: [{ variantId }] } },
      onCompleted: ({ cartLinesAdd }) => setCart(cartLinesAdd?.cart),
    });
  const buy = (cartId: string) =>
    checkOut({
      variables: { input: { cartId, paymentMethodId: 'sandbox-approve' } },
      onCompleted: ({ checkoutComplete }) => setOrder(checkoutComplete?.order),
    });
  return (
    <>
      {cart && <CartSummary cart={cart} onCheckOut={() => buy(cart.id)} />}
      {order && <PlacedOrder order={order} />}
      <Products onAdd={add} />
    </>
  );
}

function Products({ onAdd }: { onAdd?: (variantId: string) => unknown }): ReactNode {
  const query = useLazyLoadQuery<AppProductsQuery>(
    graphql`
      query AppProductsQuery {
        ...App_products
      }
    `,
    {},
  );
  const { data, hasNext, loadNext } = usePaginationFragment<AppMoreProductsQuery, App_products$key>(
    graphql`
      fragment App_products on Query
      @argumentDefinitions(first: { type: "Int", defaultValue: 5 }, after: { type: "String" })
      @refetchable(queryName: "AppMoreProductsQuery") {
        products(first: $first, after: $after, sort: { field: NAME }) @connection(key: "App_products") {
          edges {
            node {
              id
              name
              priceFrom {
                amount
                currencyCode
              }
              variants {
                id
              }
            }
          }
        }
      }
    `,
    query,
  );
  const products = data.products?.edges.map(({ node }) => node) ?? [];
  return <ProductList products={products} onAdd={onAdd} onMore={hasNext ? () => loadNext(5) : undefined} />;
}

function Live(): ReactNode {
  const [notices, setNotices] = useState<readonly { readonly id: string; readonly title: string }[]>([]);
  const config = useMemo(
    () => ({
      // What resumes takes `after` as a variable, and selects `cursor`.
      subscription: graphql`
        subscription AppNotificationsSubscription($after: String) {
          notificationReceived(after: $after) {
            cursor
            notification {
              id
              title
            }
          }
        }
      `,
      variables: {},
      onNext(event: AppNotificationsSubscription['response'] | null | undefined) {
        if (event) setNotices((before) => [...before, event.notificationReceived.notification]);
      },
    }),
    [],
  );
  useSubscription<AppNotificationsSubscription>(config);
  return <Notices notices={notices} />;
}
