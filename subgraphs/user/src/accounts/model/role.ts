/** What an account may do; granted by the server alone. */
export const ROLES = ['USER', 'SELLER', 'MODERATOR', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];
