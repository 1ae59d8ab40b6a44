import type { Money } from '@agora/platform/money';
import type { moderationReason, publicationObstacle } from '@agora/schema/events/catalog';
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
  productTakenDown(takedown: ProductTold & { readonly reason: ModerationReason }): Text;
  productReinstated(product: ProductTold): Text;
  publicationFailed(product: Pick<ProductTold, 'productName'> & { readonly problems: readonly ObstacleTold[] }): Text;
  importDone(job: ImportTold): Text;
  exportDone(job: { readonly lines: number }): Text;
  importFailed(): Text;
  exportFailed(): Text;
  reviewReceived(review: ReviewTold & { readonly author: string | null; readonly rating: number; readonly excerpt: string }): Text;
  reviewWanted(review: ReviewTold): Text;
  reviewWaits(review: { readonly productName: string | null }): Text;
  reviewApproved(review: ReviewTold): Text;
  reviewRejected(review: ReviewTold & { readonly reason: ModerationReason; readonly message: string | null }): Text;
  reviewAnswered(review: ReviewTold & { readonly excerpt: string }): Text;
  priceDropped(wish: { readonly productName: string; readonly priceBefore: Money; readonly price: Money }): Text;
  backInStock(wish: { readonly productName: string }): Text;
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

export interface ProductTold {
  /** Null while it is not known. */
  readonly productName: string | null;
  /** What a moderator wrote. */
  readonly message: string | null;
}

export interface ObstacleTold {
  readonly code: Obstacle;
  /** What the product does not tell. */
  readonly attribute: { readonly key: string; readonly names: readonly { readonly locale: string; readonly text: string }[] } | null;
}

export interface ImportTold {
  /** Whether the file was only looked at. */
  readonly isDryRun: boolean;
  readonly created: number;
  readonly updated: number;
  /** Lines. */
  readonly wrong: number;
}

export interface ReviewTold {
  readonly productName: string;
}

export interface CommentTold {
  /** Null while it is not known. */
  readonly author: string | null;
  readonly postTitle: string;
  readonly excerpt: string;
}

/** OTHER is one that a newer version of order announces. */
export type CancellationReason = ReturnType<typeof cancellationReason.interpret>;

export type ModerationReason = ReturnType<typeof moderationReason.interpret>;
/** OTHER is one that a newer version of catalog announces. */
export type Obstacle = ReturnType<typeof publicationObstacle.interpret>;

/** How a locale writes money and lists. */
export interface Voice {
  money(amount: Money): string;
  list(items: readonly string[]): string;
}
