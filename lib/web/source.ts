import "server-only";
import { headers } from "next/headers";

/** The address that this request comes from. */
export async function readSource(): Promise<string> {
  return (await headers()).get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "unknown";
}
