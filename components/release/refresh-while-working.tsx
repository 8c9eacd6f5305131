"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";

/** Brings the page up to date again and again while something is under way; without scripts the browser reloads it. */
export function RefreshWhileWorking({ seconds }: { seconds: number }): ReactNode {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return (
    <noscript
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React would move the element to where scripts run as well.
      dangerouslySetInnerHTML={{ __html: `<meta http-equiv="refresh" content="${seconds + 1}">` }}
    />
  );
}
