import { availableParallelism } from "node:os";
import { hash } from "@node-rs/argon2";
import { createWorkLimiter } from "@/lib/services/work-limiter";

/** Argon2id, 64 MB and three passes: about 0.2 s on an office server. The library's default algorithm is argon2id. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
/** A one-time code is drawn from 31 to the 12th and lives two weeks: guessing it is hopeless at any speed. */
const CODE_COST = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };

/**
 * Hashing runs on the four threads that files and names of hosts are also looked up on, and each takes a processor for
 * as long as it runs: at most two at once, and never on every processor, leave the pages and the health check theirs.
 */
const inLine = createWorkLimiter({
  atOnce: Math.min(2, Math.max(1, availableParallelism() - 1)),
  places: 40,
  placesOfOne: 20,
  workMs: 250,
});

/**
 * @param from who asks, so that one sender does not take the whole line
 * @throws Refusal busy with `seconds`
 */
export function hashPassword(password: string, from = ""): Promise<string> {
  return inLine(from, () => hash(password.normalize("NFKC"), COST));
}

/** The hash of a one-time code that we drew ourselves, made in a millisecond: an office hands out hundreds at once. */
export function hashCode(code: string): Promise<string> {
  return hash(code, CODE_COST);
}

/**
 * Hashes what somebody typed as the stored hash was made, for the database to compare. Takes the same time whether or not
 * there is one, so that an unknown account cannot be told from a wrong password; then it is like no stored hash.
 *
 * @param salt a stored hash's parameters and salt, as `$argon2id$v=19$m=65536,t=3,p=1$…`
 * @throws Refusal busy with `seconds`
 */
export function hashLike(
  salt: string | null,
  password: string,
  from: string,
  kind: "password" | "code" = "password",
): Promise<string> {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)$/.exec(salt ?? "");
  const [, memoryCost, timeCost, parallelism, text] = found ?? [];
  const cost = text
    ? {
        memoryCost: Number(memoryCost),
        timeCost: Number(timeCost),
        parallelism: Number(parallelism),
        salt: Buffer.from(text, "base64"),
      }
    : kind === "code"
      ? CODE_COST
      : COST;
  return inLine(from, () => hash(password.normalize("NFKC"), cost));
}
