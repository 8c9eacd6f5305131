"use client";

import { FaultPage } from "@/components/shell/fault-page";
import "./globals.css";

/** Shown when not even the frame of the page could be made; it brings its own. */
export default function GlobalErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <FaultPage error={error} onRetry={retry} />
      </body>
    </html>
  );
}
