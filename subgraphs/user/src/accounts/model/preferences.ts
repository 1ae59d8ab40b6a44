export const THEMES = ['SYSTEM', 'LIGHT', 'DARK'] as const;

/** What a person likes, on every device. */
export interface Preferences {
  readonly locale: string;
  readonly currencyCode: string;
  readonly timeZone: string;
  readonly theme: (typeof THEMES)[number];
  readonly isListed: boolean;
  /** Whether what they look at may be used to choose what to show them. */
  readonly isPersonalised: boolean;
}

/** Of who has not said otherwise; the language is that in which somebody registers. */
export const STANDARD_PREFERENCES = {
  currencyCode: 'EUR',
  timeZone: 'UTC',
  theme: 'SYSTEM',
  isListed: true,
  isPersonalised: true,
} as const satisfies Omit<Preferences, 'locale'>;
