const MAX_BASE_LENGTH = 24;

/** What a username looks like: 3 to 32 small letters, digits, hyphens and underscores. */
export const USERNAME = /^[a-z0-9][a-z0-9_-]{1,30}[a-z0-9]$/;

/** A username that resembles a display name, and leaves room for a suffix. */
export function usernameFrom(displayName: string): string {
  const plain = displayName.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const base = hyphenated(hyphenated(plain).slice(0, MAX_BASE_LENGTH));
  return USERNAME.test(base) ? base : 'member';
}

function hyphenated(text: string): string {
  return text.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
