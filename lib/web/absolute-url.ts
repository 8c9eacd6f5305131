import "server-only";
import { env } from "@/lib/env";

/** An address of ours as others have to write it. */
export function absoluteUrl(path: string): string {
  return new URL(path, env().NEXTAUTH_URL).href;
}
