"use client";

import type { ReactNode } from "react";
import { CodeSlip, type CodeSlipWords } from "@/components/admin/code-slip";
import { ActionForm, type ActionFormProps } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

/** A form whose act gives a one-time code: the code stands on a slip that can be printed, once. */
export function AdminCodeForm({ words, ...form }: Omit<ActionFormProps, "done"> & { words: CodeSlipWords }): ReactNode {
  return (
    <ActionForm
      {...form}
      done={({ message, given }) => (
        <>
          <Alert variant="success" isAnnounced>
            {message}
          </Alert>
          {given ? <PrintedSlip given={given} words={words} /> : null}
        </>
      )}
    />
  );
}

function PrintedSlip({ given, words }: { given: Readonly<Record<string, string>>; words: CodeSlipWords }): ReactNode {
  const { name = "", account = "", code = "", until = "" } = given;
  return (
    <section
      className="rounded-sm border border-dashed border-field bg-surface px-4 py-3.5 print:visible print:absolute print:top-0 print:left-0 print:w-full"
      aria-label={words.title}
      data-printed-alone
    >
      <CodeSlip slip={{ name, account, code }} until={until} words={words} />
      <div className="mt-2 flex flex-wrap items-center gap-2 print:hidden">
        <Button size="sm" onClick={() => window.print()}>
          {words.print}
        </Button>
        <span className="text-xs text-ink-3">{words.once}</span>
      </div>
    </section>
  );
}
