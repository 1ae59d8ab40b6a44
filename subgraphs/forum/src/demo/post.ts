/** A post of the demo data. People are named by their username, products by their slug. */
export interface DemoPost {
  /** Unique among all posts; its ids are made from it. */
  readonly key: string;
  readonly author: string;
  readonly daysAgo: number;
  readonly product?: string;
  readonly title: string;
  readonly body: string;
  readonly comments: readonly DemoComment[];
}

export interface DemoComment {
  readonly by: string;
  /** How long after the post, or after the comment that it replies to. */
  readonly hoursLater: number;
  readonly body: string;
  readonly replies?: readonly DemoComment[];
}
