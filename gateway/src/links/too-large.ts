/** A question or an answer has more bytes than a link takes. That is the fault of the operation, not of the subgraph. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}
