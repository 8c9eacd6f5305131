import type { ReactNode } from "react";
import { BrandMark } from "@/components/icons";
import en from "@/lib/i18n/messages/en/fault.json";
import zh from "@/lib/i18n/messages/zh-CN/fault.json";

type FaultPageProps = { error: unknown; onRetry: () => void };

/** Both languages at once: when a page has failed, nothing can be asked about the reader any more. */
export function FaultPage({ error, onRetry }: FaultPageProps): ReactNode {
  const number = numberOf(error);
  return (
    <>
      <header className="pubtop">
        <div className="pt-in">
          <a className="brand" href="/">
            <BrandMark />
            年报汇 Nianbao
          </a>
        </div>
      </header>
      <main className="page notice">
        <h1>{zh.title}</h1>
        <p className="mt8">{zh.text}</p>
        <p>{zh.next}</p>
        <div lang="en" className="mt16 sec">
          <h2>{en.title}</h2>
          <p>{en.text}</p>
          <p>{en.next}</p>
        </div>
        {number ? (
          <p className="mt16 sm muted">
            {zh.number} <span lang="en">{en.number}</span> <span className="mono">{number}</span>
          </p>
        ) : null}
        <div className="row mt16">
          <button type="button" className="btn btn-p" onClick={onRetry}>
            {zh.retry} <span lang="en">{en.retry}</span>
          </button>
          <a className="btn" href="/">
            {zh.home} <span lang="en">{en.home}</span>
          </a>
        </div>
      </main>
    </>
  );
}

/** The number under which the server has logged what happened. */
function numberOf(error: unknown): string | null {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : null;
}
