/** Whoever sells has one page: its id is that of the account in other words. */
export function sellerIdOf(accountId: string): string {
  return accountId.replace(/^usr_/, 'sel_');
}

/** The account of a well-formed seller's id. */
export function accountIdOf(sellerId: string): string {
  return sellerId.replace(/^sel_/, 'usr_');
}
