import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

export interface TokenOptions {
  readonly subject?: string;
  readonly roles?: readonly string[];
  readonly expiresAt?: number;
  readonly issuer?: string;
  readonly sessionId?: string;
}

/** Signs tokens as the user subgraph does. */
export class TokenIssuer {
  #kid = 0;
  #privateKey: PrivateKey;
  readonly #published: JWK[] = [];
  readonly #ended: { id: string; endedAt: number; tokensEndAt: number }[] = [];

  static async create(): Promise<TokenIssuer> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    return new TokenIssuer(privateKey, await exportJWK(publicKey));
  }

  constructor(privateKey: PrivateKey, publicKey: JWK) {
    this.#privateKey = privateKey;
    this.#published.push({ ...publicKey, kid: 'key-0', alg: 'EdDSA', use: 'sig' });
  }

  /** From now on another key signs. */
  async rotate(): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    this.#privateKey = privateKey;
    this.#kid++;
    this.#published.push({ ...(await exportJWK(publicKey)), kid: `key-${this.#kid}`, alg: 'EdDSA', use: 'sig' });
  }

  /** Ends a session of which there may be tokens. */
  end(sessionId: string): void {
    const endedAt = Math.max(Date.now(), 1 + (this.#ended.at(-1)?.endedAt ?? 0));
    this.#ended.push({ id: sessionId, endedAt, tokensEndAt: endedAt + 60_000 });
  }

  /** Two at a time. */
  async ended(search: URLSearchParams): Promise<object> {
    const later = this.#ended.filter(({ endedAt }) => endedAt > Number(search.get('after')));
    return { sessions: later.slice(0, 2), hasMore: later.length > 2 };
  }

  async jwks(): Promise<{ keys: JWK[] }> {
    return { keys: this.#published };
  }

  token({
    subject = 'usr_1',
    roles = ['USER'],
    expiresAt = Date.now() + 60_000,
    issuer = 'agora',
    sessionId = 'ses_1',
  }: TokenOptions = {}): Promise<string> {
    return new SignJWT({ roles, sid: sessionId, auth_time: Math.floor(Date.now() / 1000) })
      .setProtectedHeader({ alg: 'EdDSA', kid: `key-${this.#kid}` })
      .setSubject(subject)
      .setIssuer(issuer)
      .setAudience('agora')
      .setExpirationTime(Math.floor(expiresAt / 1000))
      .sign(this.#privateKey);
  }
}
