import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A short list in a card, one line a thing: its name, a remark, its state. Long ones scroll in themselves. */
export function LineList({ className, ...rest }: ComponentProps<"ul">): ReactNode {
  return <ul className={cn("max-h-[60vh] overflow-y-auto py-1", className)} {...rest} />;
}

export function Line({ className, ...rest }: ComponentProps<"li">): ReactNode {
  return <li className={cn("flex items-center gap-2.5 px-4 py-1.25 text-sm", className)} {...rest} />;
}
