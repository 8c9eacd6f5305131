import type { Block } from "@/lib/intake/block";
import { Unreadable } from "@/lib/intake/intake-problem";

export async function readPdf(_bytes: Uint8Array): Promise<Block[]> {
  throw new Unreadable("no_text");
}
