"use client";

import type { ReactNode } from "react";
import { ActionForm, type ActionFormProps } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Description, DescriptionList } from "@/components/ui/description-list";

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
    <section
      className="rounded-sm border border-dashed border-field bg-surface px-4 py-3.5 print:visible print:absolute print:top-0 print:left-0 print:w-full"
      aria-label={words.title}
      data-printed-alone
    >
      <h3>{words.title}</h3>
      <DescriptionList className="mt-2">
        <Description term={words.name}>{given.name}</Description>
        <Description term={words.account} className="font-bold">
          {given.account}
        </Description>
        <Description term={words.code} className="font-mono text-md font-bold whitespace-nowrap">
          {given.code}
        </Description>
        <Description term={words.address}>{words.addressText}</Description>
      </DescriptionList>
      <p className="mt-2 text-sm text-ink-2">
        {words.how} {given.until}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2 print:hidden">
        <Button size="sm" onClick={() => window.print()}>
          {words.print}
        </Button>
        <span className="text-xs text-ink-3">{words.once}</span>
      </div>
    </section>
  );
}
