"use client";

import type { ReactNode } from "react";
import { ActionForm, type ActionFormProps } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

export type CodeSlipWords = {
  title: string;
  name: string;
  account: string;
  code: string;
  address: string;
  addressText: string;
  how: string;
  once: string;
  print: string;
};

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
          {given ? <CodeSlip given={given} words={words} /> : null}
        </>
      )}
    />
  );
}

function CodeSlip({ given, words }: { given: Readonly<Record<string, string>>; words: CodeSlipWords }): ReactNode {
  return (
    <section className="slip" aria-label={words.title}>
      <h3>{words.title}</h3>
      <dl className="kv mt-2">
        <dt>{words.name}</dt>
        <dd>{given.name}</dd>
        <dt>{words.account}</dt>
        <dd className="font-bold">{given.account}</dd>
        <dt>{words.code}</dt>
        <dd className="slip-code">{given.code}</dd>
        <dt>{words.address}</dt>
        <dd>{words.addressText}</dd>
      </dl>
      <p className="text-sm text-ink-2 mt-2">
        {words.how} {given.until}
      </p>
      <div className="flex items-center gap-2 flex-wrap mt-2 slip-act">
        <Button size="sm" onClick={() => window.print()}>
          {words.print}
        </Button>
        <span className="text-xs text-ink-3">{words.once}</span>
      </div>
    </section>
  );
}
