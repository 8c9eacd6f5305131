"use client";

import { type ReactNode, useState } from "react";
import { LinkIcon } from "@/components/icons";
import { Button } from "@/components/ui/button";

/** Copies the address of what is in sight, so that a colleague opens the same figure. */
export function CopyLink({ label, copied }: { label: string; copied: string }): ReactNode {
  const [isCopied, setCopied] = useState(false);
  return (
    <Button
      kind="quiet"
      size="small"
      onClick={async () => {
        await navigator.clipboard.writeText(window.location.href);
        setCopied(true);
      }}
    >
      <LinkIcon isSmall />
      <span aria-live="polite">{isCopied ? copied : label}</span>
    </Button>
  );
}
