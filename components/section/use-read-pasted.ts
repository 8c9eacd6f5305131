"use client";

import { useCallback } from "react";
import type { PastedTable } from "@/lib/domain/pasted-table";
import type { ReadPastedCall } from "./section-save";

/** Asks the server to read a copied table by its labels; null where it holds none. */
export function useReadPasted(
  read: ReadPastedCall,
  submissionId: string,
): (html: string) => Promise<PastedTable | null> {
  return useCallback(
    async (html: string) => {
      const answer = await read({ submissionId, html });
      return answer.status === "done" ? answer.result : null;
    },
    [read, submissionId],
  );
}
