"use client";

import type { ReactNode } from "react";
import { ActionForm, type ActionFormProps } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

export type RecoveryCodeWords = { title: string; how: string; print: string };

/** A form whose act gives codes to be kept on paper: they are shown once, and can be printed. */
export function RecoveryCodeForm({
  words,
  ...form
}: Omit<ActionFormProps, "done"> & { words: RecoveryCodeWords }): ReactNode {
  return (
    <ActionForm
      {...form}
      done={({ message, given }) => (
        <>
          <Alert variant="success" isAnnounced>
            {message}
          </Alert>
          {given?.codes ? <RecoveryCodes codes={given.codes.split(" ")} words={words} /> : null}
        </>
      )}
    />
  );
}

function RecoveryCodes({ codes, words }: { codes: readonly string[]; words: RecoveryCodeWords }): ReactNode {
  return (
    <section
      className="mt-3 rounded-sm border border-dashed border-field bg-surface px-4 py-3.5 print:visible print:absolute print:top-0 print:left-0 print:w-full"
      aria-label={words.title}
      data-printed-alone
    >
      <h3>{words.title}</h3>
      <ul className="mt-2 grid grid-cols-2 gap-x-6 gap-y-1 font-mono text-md">
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-ink-2">{words.how}</p>
      <Button size="sm" className="mt-2 print:hidden" onClick={() => window.print()}>
        {words.print}
      </Button>
    </section>
  );
}
