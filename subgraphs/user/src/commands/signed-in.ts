/** Who was signed in, and which refresh token of the session is the good one now. Holds no secret, so it may be stored. */
export interface SignedIn {
  readonly userId: string;
  readonly session: { readonly id: string; readonly generation: number };
}
