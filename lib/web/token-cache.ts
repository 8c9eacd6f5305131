export type TokenCache = {
  find: (sealed: string, now: Date) => object | null;
  keep: (sealed: string, token: object, endsAt: Date) => void;
};

/**
 * Tokens by the text they were sealed in, until they end: decrypting one takes longer than anything else that a save
 * does beside its statements. Whether the session that a token names goes on is asked of the database each time.
 */
export function createTokenCache(mostTokens: number): TokenCache {
  const tokens = new Map<string, { token: object; endsAt: Date }>();
  return {
    find(sealed, now) {
      const known = tokens.get(sealed);
      if (!known) return null;
      if (known.endsAt > now) return known.token;
      tokens.delete(sealed);
      return null;
    },
    keep(sealed, token, endsAt) {
      // The oldest goes; a token that is still used is decrypted again once.
      const [oldest] = tokens.keys();
      if (oldest !== undefined && tokens.size >= mostTokens) tokens.delete(oldest);
      tokens.set(sealed, { token, endsAt });
    },
  };
}
