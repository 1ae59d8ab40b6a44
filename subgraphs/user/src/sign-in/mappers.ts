import type { SignedIn } from '../sessions/signed-in.ts';

export type UserRegisterPayload = Partial<SignedIn>;
