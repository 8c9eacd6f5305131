"use client";

import { LinkIcon } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";

/** Copies the address of what is in sight, so that a colleague opens the same figure. */
export function CopyLink({ label, copied }: { label: string; copied: string }): ReactNode {
  const [isCopied, setCopied] = useState(false);
  return (
    <Button
      variant="ghost"
      size="sm"
      onClick={async () => {
        await navigator.clipboard.writeText(window.location.href);
        setCopied(true);
      }}
    >
      <LinkIcon className="size-3.5" />
      <span aria-live="polite">{isCopied ? copied : label}</span>
    </Button>
  );
}
