import "server-only";
import { headers } from "next/headers";
import { SOURCE_HEADER } from "@/lib/web/source-header";

/** The address that this request comes from. */
export async function readSource(): Promise<string> {
  return (await headers()).get(SOURCE_HEADER) ?? "unknown";
}
