/** Which type of the graph an id's prefix stands for: `node(id)` picks the owner by it. */
export const TYPE_BY_PREFIX: Readonly<Record<string, string>> = {
  usr: 'User',
  prf: 'Profile',
  adr: 'Address',
  svr: 'SellerVerification',
  prd: 'Product',
  var: 'ProductVariant',
  cat: 'Category',
  crt: 'Cart',
  ord: 'Order',
  sor: 'SellerOrder',
  com: 'Community',
  pst: 'Post',
  cmt: 'Comment',
  ntf: 'Notification',
  dlt: 'DeadLetter',
  aud: 'AuditEntry',
};
