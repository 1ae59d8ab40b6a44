import type { Money } from '@agora/platform/money';
import type { cancellationReason } from '@agora/schema/events/order';

/** The words of a notification. */
export interface Text {
  /** One line. */
  readonly title: string;
  readonly body: string;
}

/** Everything that a notification can say; each language says it in its own file. */
export interface Words {
  orderConfirmed(order: { readonly number: string; readonly lines: readonly LineTold[]; readonly total: Money }): Text;
  orderCancelled(order: { readonly number: string; readonly reason: CancellationReason; readonly total: Money }): Text;
  productSold(sale: { readonly number: string; readonly lines: readonly LineTold[]; readonly total: Money }): Text;
  stockLow(stock: StockTold & { readonly available: number }): Text;
  soldOut(stock: StockTold): Text;
  postCommented(comment: CommentTold): Text;
  commentAnswered(comment: CommentTold): Text;
}

export interface LineTold {
  readonly quantity: number;
  readonly productName: string;
}

export interface StockTold {
  readonly productName: string;
  readonly sku: string;
}

export interface CommentTold {
  /** Null while it is not known. */
  readonly author: string | null;
  readonly postTitle: string;
  readonly excerpt: string;
}

/** OTHER is one that a newer version of order announces. */
export type CancellationReason = ReturnType<typeof cancellationReason.interpret>;

/** How a locale writes money and lists. */
export interface Voice {
  money(amount: Money): string;
  list(items: readonly string[]): string;
}
