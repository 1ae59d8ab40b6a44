/** Its tokens are told once, to whoever signed in or refreshed. */
export interface Session {
  readonly accessToken?: string | null | undefined;
  readonly refreshToken?: string | null | undefined;
}

export interface UserErrors {
  readonly userErrors: readonly { readonly message: string }[];
}

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly priceFrom: { readonly amount: string; readonly currencyCode: string };
  readonly variants: readonly { readonly id: string }[];
}

export interface Cart {
  readonly id: string;
  readonly lines: readonly { readonly quantity: number }[];
  readonly total: { readonly amount: string; readonly currencyCode: string };
}

export interface Order {
  readonly number: string;
  readonly status: string;
}

export interface Notice {
  readonly id: string;
  readonly title: string;
}

export interface SignInData {
  readonly sessionCreate:
    (UserErrors & { readonly session: Session | null; readonly user: { readonly displayName: string } | null }) | null;
}
export const SIGN_IN = /* GraphQL */ `
  mutation SignIn($input: SessionCreateInput!) {
    sessionCreate(input: $input) {
      session {
        accessToken
        refreshToken
      }
      user {
        id
        displayName
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`;

export interface ViewerData {
  readonly viewer: { readonly displayName: string } | null;
}
export const VIEWER = /* GraphQL */ `
  query Viewer {
    viewer {
      id
      displayName
    }
  }
`;

export const SIGN_OUT = /* GraphQL */ `
  mutation SignOut {
    sessionRevoke(input: {}) {
      revokedSessionIds
      userErrors {
        code
        message
        field
      }
    }
  }
`;

export interface SessionRefreshData {
  readonly sessionRefresh: { readonly session: Session | null } | null;
}
export const SESSION_REFRESH = /* GraphQL */ `
  mutation SessionRefresh($input: SessionRefreshInput!) {
    sessionRefresh(input: $input) {
      session {
        accessToken
        refreshToken
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`;

export interface ProductsData {
  readonly products: {
    readonly nodes: readonly Product[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}
export const PRODUCTS = /* GraphQL */ `
  query Products($after: String) {
    products(first: 5, after: $after, sort: { field: NAME }) {
      nodes {
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
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export interface AddToCartData {
  readonly cartLinesAdd: (UserErrors & { readonly cart: Cart | null }) | null;
}
export const ADD_TO_CART = /* GraphQL */ `
  mutation AddToCart($input: CartLinesAddInput!) {
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
`;

export interface CheckOutData {
  readonly checkoutComplete: (UserErrors & { readonly order: Order | null }) | null;
}
export const CHECK_OUT = /* GraphQL */ `
  mutation CheckOut($input: CheckoutCompleteInput!) {
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
`;

export interface NotificationReceivedData {
  readonly notificationReceived: { readonly cursor: string; readonly notification: Notice };
}
/** What resumes takes `after` as a variable, and selects `cursor`. */
export const NOTIFICATION_RECEIVED = /* GraphQL */ `
  subscription NotificationReceived($after: String) {
    notificationReceived(after: $after) {
      cursor
      notification {
        id
        title
      }
    }
  }
`;
