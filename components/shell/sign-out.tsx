"use client";

import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { menuItemVariants } from "@/components/ui/menu-item";
import { SubmitButton } from "@/components/ui/submit-button";

type SignOutProps = {
  personId: string;
  action: (form: FormData) => Promise<void>;
  words: { signOut: string; signingOut: string; stillTyped: string; leaveAll: string; stay: string };
};

/**
 * Signing out. What somebody typed and the server does not have stays on the machine for them alone; leaving throws it
 * away, after they were told.
 */
export function SignOut({ personId, action, words }: SignOutProps): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const isTold = useRef(false);
  const form = useRef<HTMLFormElement>(null);

  const ask = (event: FormEvent) => {
    if (isTold.current) return;
    event.preventDefault();
    void hasTyped(personId).then((has) => {
      if (has) return setAsking(true);
      isTold.current = true;
      form.current?.requestSubmit();
    });
  };
  const leave = async () => {
    const { dropKeptOf } = await import("@/components/saving/kept-typing");
    await dropKeptOf(personId);
    isTold.current = true;
    form.current?.requestSubmit();
  };
  return (
    <form action={action} ref={form} onSubmit={ask}>
      {isAsking ? (
        <div className="space-y-2 px-2 py-1.5" role="alert">
          <p className="whitespace-normal">{words.stillTyped}</p>
          <p className="flex flex-wrap gap-2">
            <Button size="sm" onClick={() => setAsking(false)}>
              {words.stay}
            </Button>
            <Button size="sm" variant="ghost" onClick={() => void leave()}>
              {words.leaveAll}
            </Button>
          </p>
        </div>
      ) : (
        <SubmitButton
          variant="ghost"
          className={menuItemVariants("h-auto justify-start border-0 font-normal [&>span]:justify-items-start")}
          busyLabel={words.signingOut}
        >
          {words.signOut}
        </SubmitButton>
      )}
    </form>
  );
}

/** False where it cannot be found out: nothing keeps a person from leaving. */
async function hasTyped(personId: string): Promise<boolean> {
  try {
    const { listKeptOf } = await import("@/components/saving/kept-typing");
    return (await listKeptOf(personId)).length > 0;
  } catch {
    return false;
  }
}
