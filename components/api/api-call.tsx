"use client";

import { type ReactNode, useState } from "react";
import { ApiTry, type ApiTryWords } from "@/components/api/api-try";
import { Button } from "@/components/ui/button";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { ApiCallView } from "@/lib/domain/api-reference";

export type ApiCallWords = ApiTryWords & { sends: string; answers: string; tryIt: string };

type ApiCallProps = {
  call: ApiCallView;
  /** Whom it needs, in words. */
  who: string;
  prefix: string;
  words: ApiCallWords;
};

/** One call: its address, who may make it, examples, and a form that makes it. */
export function ApiCall({ call, who, prefix, words }: ApiCallProps): ReactNode {
  const [isTried, setIsTried] = useState(false);
  const { id, method, path, summary, sends, answers } = call;
  return (
    <details className="border-b border-line px-4 py-2.5 last:border-b-0" id={id}>
      <summary className="cursor-pointer py-1">
        <b className="inline-block w-16 font-mono text-sm">{method}</b>
        <span className="font-mono text-sm wrap-anywhere">{path}</span>
        <span className="block text-ink-2 md:ml-16">{summary}</span>
      </summary>
      <div className="space-y-3 py-2 md:ml-16">
        <p className="text-sm text-ink-2">
          {who} · <code className="font-mono">{id}</code>
        </p>
        {sends ? <Example title={words.sends} text={sends} /> : null}
        {answers ? <Example title={words.answers} text={answers} /> : null}
        {isTried ? (
          <ApiTry call={call} prefix={prefix} words={words} />
        ) : (
          <Button size="sm" onClick={() => setIsTried(true)}>
            {words.tryIt}
          </Button>
        )}
      </div>
    </details>
  );
}

function Example({ title, text }: { title: string; text: string }): ReactNode {
  return (
    <div>
      <p className="text-sm font-bold">{title}</p>
      <ScrollRegion label={title} className="mt-1 max-h-75 overflow-y-auto rounded-sm border border-line bg-sunken">
        <pre className="px-3 py-2 font-mono text-xs">{text}</pre>
      </ScrollRegion>
    </div>
  );
}
