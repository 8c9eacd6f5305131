import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { openLine } from "@/lib/services/waiting-line";

/** Argon2id, 64 MB and three passes: about 0.2 s on an office server. The library's default algorithm is argon2id. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

/**
 * Hashing runs on the four threads that files and names of hosts are also looked up on, and each takes a processor for
 * as long as it runs: at most two at once, and never on every processor, leave the pages and the health check theirs.
 */
const inLine = openLine({
  atOnce: Math.min(2, Math.max(1, availableParallelism() - 1)),
  places: 24,
  placesOfOne: 8,
  workMs: 250,
});

/**
 * @param from who asks, so that one sender does not take the whole line
 * @throws Refusal busy with `seconds`
 */
export function hashPassword(password: string, from = ""): Promise<string> {
  return inLine(from, () => hash(password.normalize("NFKC"), COST));
}

/**
 * Takes the same time whether or not there is a hash, so that an unknown account cannot be told from a wrong password.
 *
 * @throws Refusal busy with `seconds`
 */
export function isPasswordRight(stored: string | null, password: string, from: string): Promise<boolean> {
  return inLine(from, async () => {
    if (stored !== null) return verify(stored, password.normalize("NFKC"));
    await hash(password.normalize("NFKC"), COST);
    return false;
  });
}
