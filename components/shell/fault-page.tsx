import type { ReactNode } from "react";
import { NoticeFrame } from "@/components/shell/notice-frame";
import { buttonVariants } from "@/components/ui/button-variants";
import { isOutage } from "@/lib/domain/outage";
import en from "@/lib/i18n/messages/en/fault.json";
import zh from "@/lib/i18n/messages/zh-CN/fault.json";

type FaultPageProps = { error: unknown; onRetry: () => void };

/** Both languages at once: when a page has failed, nothing can be asked about the reader any more. */
export function FaultPage({ error, onRetry }: FaultPageProps): ReactNode {
  const digest = digestOf(error);
  const outage = digest !== null && isOutage(digest) ? digest : null;
  const number = outage === null ? digest : null;
  const [chinese, english] = outage === null ? [zh, en] : [zh[outage], en[outage]];
  return (
    <NoticeFrame brand="年报汇 Nianbao">
      <h1>{chinese.title}</h1>
      <p className="mt-2">{chinese.text}</p>
      <p>{chinese.next}</p>
      <div lang="en" className="mt-4 text-ink-2">
        <h2>{english.title}</h2>
        <p>{english.text}</p>
        <p>{english.next}</p>
      </div>
      {number ? (
        <p className="mt-4 text-sm text-ink-3">
          {zh.number} <span lang="en">{en.number}</span> <span className="font-mono text-xs">{number}</span>
        </p>
      ) : null}
      <div className="mt-4 flex items-center gap-2">
        <button type="button" className={buttonVariants({ variant: "primary" })} onClick={onRetry}>
          {zh.retry} <span lang="en">{en.retry}</span>
        </button>
        <a className={buttonVariants()} href="/">
          {zh.home} <span lang="en">{en.home}</span>
        </a>
      </div>
    </NoticeFrame>
  );
}

/** The number under which the server has logged what happened, or the name of an outage that people are told of. */
function digestOf(error: unknown): string | null {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : null;
}
