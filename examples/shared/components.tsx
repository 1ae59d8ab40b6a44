import type { ReactNode } from 'react';
import type { Cart, Notice, Order, Product } from './documents.ts';

export function SignInForm({ onSubmit }: { onSubmit: (input: { email: string; password: string }) => unknown }): ReactNode {
  return (
    <form action={(fields) => void onSubmit({ email: String(fields.get('email')), password: String(fields.get('password')) })}>
      <input name="email" type="email" aria-label="E-mail" defaultValue="buyer@agora.example" />
      <input name="password" type="password" aria-label="Password" autoComplete="current-password" />
      <button>Sign in</button>
    </form>
  );
}

export function ProductList(props: {
  readonly products: readonly Product[];
  readonly onAdd?: ((variantId: string) => unknown) | undefined;
  readonly onMore?: (() => unknown) | undefined;
}): ReactNode {
  const { products, onAdd, onMore } = props;
  return (
    <section>
      <ul aria-label="Products">
        {products.map(({ id, name, priceFrom, variants: [variant] }) => (
          <li key={id}>
            <span>{name}</span> {priceFrom.amount} {priceFrom.currencyCode}{' '}
            {onAdd && variant && <button onClick={() => onAdd(variant.id)}>Add to cart</button>}
          </li>
        ))}
      </ul>
      {onMore && <button onClick={onMore}>More products</button>}
    </section>
  );
}

export function CartSummary({ cart, onCheckOut }: { cart: Cart; onCheckOut: () => unknown }): ReactNode {
  const pieces = cart.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <p>
      <output aria-label="Cart">
        {pieces} in the cart, {cart.total.amount} {cart.total.currencyCode}
      </output>{' '}
      <button onClick={onCheckOut}>Check out</button>
    </p>
  );
}

export function PlacedOrder({ order: { number, status } }: { order: Order }): ReactNode {
  return (
    <p>
      <output aria-label="Order">
        {number} is {status}
      </output>
    </p>
  );
}

export function Notices({ notices }: { notices: readonly Notice[] }): ReactNode {
  return (
    <ol aria-label="Notifications">
      {notices.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ol>
  );
}
