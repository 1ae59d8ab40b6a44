import { type ReactNode, useState } from 'react';
import { useMutation, useQuery, useSubscription } from 'urql';
import { CartSummary, Notices, PlacedOrder, ProductList } from '@agora-examples/shared/components';
import * as documents from '@agora-examples/shared/documents';

export function Shop(): ReactNode {
  const [added, addToCart] = useMutation<documents.AddToCartData>(documents.ADD_TO_CART);
  const [checkedOut, checkOut] = useMutation<documents.CheckOutData>(documents.CHECK_OUT);
  const cart = added.data?.cartLinesAdd?.cart;
  const order = checkedOut.data?.checkoutComplete?.order;
  return (
    <>
      {cart && <CartSummary cart={cart} onCheckOut={() => checkOut({ input: { cartId: cart.id, paymentMethodId: 'sandbox-approve' } })} />}
      {order && <PlacedOrder order={order} />}
      <Products onAdd={(variantId) => addToCart({ input: { lines: [{ variantId }] } })} />
    </>
  );
}

export function Products({ onAdd }: { onAdd?: (variantId: string) => unknown }): ReactNode {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return cursors.map((after) => (
    <ProductPage
      key={after}
      after={after}
      onAdd={onAdd}
      onMore={after === cursors.at(-1) ? (next) => setCursors([...cursors, next]) : undefined}
    />
  ));
}

/** The cache keeps a result for each `after`, so each page is a query of its own. */
function ProductPage(props: {
  readonly after: string | null;
  readonly onAdd: ((variantId: string) => unknown) | undefined;
  readonly onMore: ((after: string) => void) | undefined;
}): ReactNode {
  const { after, onAdd, onMore } = props;
  const [{ data }] = useQuery<documents.ProductsData>({ query: documents.PRODUCTS, variables: { after } });
  const next = data?.products?.pageInfo.hasNextPage ? data.products.pageInfo.endCursor : null;
  return <ProductList products={data?.products?.nodes ?? []} onAdd={onAdd} onMore={next && onMore ? () => onMore(next) : undefined} />;
}

export function Live(): ReactNode {
  const [{ data: notices = [] }] = useSubscription<documents.NotificationReceivedData, readonly documents.Notice[]>(
    { query: documents.NOTIFICATION_RECEIVED },
    (before = [], { notificationReceived }) => [...before, notificationReceived.notification],
  );
  return <Notices notices={notices} />;
}
