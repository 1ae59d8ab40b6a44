/** Where the post delivers. */
export interface PostalAddress {
  readonly recipientName: string;
  readonly companyName: string | null;
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly countryCode: string;
  readonly phone: string | null;
}
