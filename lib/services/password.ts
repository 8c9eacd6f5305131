import { hash, verify } from "@node-rs/argon2";

/** Argon2id, 64 MB and three passes: about 0.2 s on an office server. The library's default algorithm is argon2id. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/** Takes the same time whether or not there is a hash, so that an unknown account cannot be told from a wrong password. */
export async function isPasswordRight(stored: string | null, password: string): Promise<boolean> {
  if (stored === null) {
    await hash(password.normalize("NFKC"), COST);
    return false;
  }
  return verify(stored, password.normalize("NFKC"));
}
