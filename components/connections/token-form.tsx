"use client";

import { type ReactNode, useState } from "react";
import { ActionForm, type ActionFormProps } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

export type TokenFormWords = { label: string; copy: string; copied: string; madeBefore: string };

/** A form whose act gives a token: it is shown once, to be copied. */
export function TokenForm({ words, ...form }: Omit<ActionFormProps, "done"> & { words: TokenFormWords }): ReactNode {
  return (
    <ActionForm
      {...form}
      done={({ message, given }) =>
        given?.token ? (
          <>
            <Alert variant="success" isAnnounced>
              {message}
            </Alert>
            <ShownToken token={given.token} words={words} />
          </>
        ) : (
          <Alert variant="warning" isAnnounced>
            {words.madeBefore}
          </Alert>
        )
      }
    />
  );
}

function ShownToken({ token, words }: { token: string; words: TokenFormWords }): ReactNode {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(token);
    setIsCopied(true);
  };
  return (
    <section
      className="mt-3 rounded-sm border border-dashed border-field bg-surface px-4 py-3.5"
      aria-label={words.label}
    >
      <h3>{words.label}</h3>
      <p className="mt-2 font-mono text-sm wrap-anywhere select-all" data-token>
        {token}
      </p>
      <Button size="sm" className="mt-2" onClick={() => void copy()}>
        {isCopied ? words.copied : words.copy}
      </Button>
    </section>
  );
}
