import * as documents from '@agora-examples/shared/documents';
import { keepTokens } from '@agora-examples/shared/session';
import { ask, change, live } from './client.ts';

const products = element('ul', { ariaLabel: 'Products' });
const cart = element('output', { ariaLabel: 'Cart' });
const order = element('output', { ariaLabel: 'Order' });
const notices = element('ol', { ariaLabel: 'Notifications' });

document.getElementById('root')?.append(signInForm(), products, element('p', {}, cart), element('p', {}, order), notices);
await showProducts(null);

function signInForm(): HTMLElement {
  const email = element('input', { type: 'email', ariaLabel: 'E-mail', value: 'buyer@agora.example' });
  const password = element('input', { type: 'password', ariaLabel: 'Password' });
  const form = element('form', {}, email, password, element('button', { textContent: 'Sign in' }));
  form.onsubmit = async (event) => {
    event.preventDefault();
    const { sessionCreate } = await change<documents.SignInData>(documents.SIGN_IN, { email: email.value, password: password.value });
    if (!sessionCreate?.user) return;
    keepTokens(sessionCreate.session);
    form.replaceWith(element('p', { textContent: `Signed in as ${sessionCreate.user.displayName}` }), button('Follow', follow));
  };
  return form;
}

async function showProducts(after: string | null): Promise<void> {
  const { products: page } = await ask<documents.ProductsData>(documents.PRODUCTS, { after });
  if (!page) return;
  for (const { name, priceFrom, variants } of page.nodes) {
    const add = button('Add to cart', () => addToCart(variants[0]?.id));
    products.append(element('li', {}, element('span', { textContent: name }), ` ${priceFrom.amount} ${priceFrom.currencyCode} `, add));
  }
  if (!page.pageInfo.hasNextPage) return;
  const more = button('More products', async () => {
    more.remove();
    await showProducts(page.pageInfo.endCursor);
  });
  products.after(more);
}

async function addToCart(variantId: string | undefined): Promise<void> {
  const { cartLinesAdd } = await change<documents.AddToCartData>(documents.ADD_TO_CART, { lines: [{ variantId }] });
  const filled = cartLinesAdd?.cart;
  if (!filled) return;
  const pieces = filled.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  cart.textContent = `${pieces} in the cart, ${filled.total.amount} ${filled.total.currencyCode}`;
  cart.after(button('Check out', () => checkOut(filled.id)));
}

async function checkOut(cartId: string): Promise<void> {
  const { checkoutComplete } = await change<documents.CheckOutData>(documents.CHECK_OUT, { cartId, paymentMethodId: 'sandbox-approve' });
  const placed = checkoutComplete?.order;
  if (placed) order.textContent = `${placed.number} is ${placed.status}`;
}

function follow(): void {
  live.subscribe<documents.NotificationReceivedData>(
    { query: documents.NOTIFICATION_RECEIVED },
    {
      next: ({ data }) => data && notices.append(element('li', { textContent: data.notificationReceived.notification.title })),
      error: (error) => console.error(error),
      complete: () => {},
    },
  );
}

function button(text: string, onclick: () => unknown): HTMLElement {
  return element('button', { textContent: text, onclick });
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}
