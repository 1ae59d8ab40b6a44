import * as z from 'zod';

const MAX_PROVIDERS = 20;

/** As an issuer is compared: to the letter (https://openid.net/specs/openid-connect-core-1_0.html#IDToken). */
const Issuer = z.url().refine(isSafe, 'must be an https address; http is for this machine alone');

const ProviderSetting = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,29}$/, 'must have 1 to 30 small letters, digits and hyphens'),
  name: z.string().trim().min(1).max(80),
  issuer: Issuer,
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  iconUrl: z.url({ protocol: /^https$/ }).optional(),
});

/** Who vouches for people, as the operator has it. */
export type ProviderSetting = Readonly<z.output<typeof ProviderSetting>>;

/** The setting: a JSON list, which holds secrets. */
export const identityProviders = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'must be a list in JSON' });
      return z.NEVER;
    }
  })
  .pipe(
    z
      .array(ProviderSetting)
      .max(MAX_PROVIDERS)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'has an id twice')
      .refine((all) => new Set(all.map(({ issuer }) => issuer)).size === all.length, 'has an issuer twice'),
  );

function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname));
}
