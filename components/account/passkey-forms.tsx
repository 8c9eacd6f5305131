"use client";

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import { type ReactNode, useSyncExternalStore } from "react";
import { RecoveryCodeForm, type RecoveryCodeWords } from "@/components/account/recovery-code-form";
import { ActionForm, type ActionFormProps } from "@/components/ui/action-form";
import type { CallResult } from "@/lib/domain/direct-call";
import type { FormAction } from "@/lib/web/form-action";

export type PasskeyWords = {
  /** Where the browser knows no passkeys. */
  unsupported: string;
  /** The person did not answer their device, or said no. */
  cancelled: string;
  /** That device has one for this account already. */
  known: string;
};

type PasskeyFormProps = Omit<ActionFormProps, "done"> & { words: PasskeyWords };

const never = () => () => {};
const isSupportedHere = (): boolean => typeof window.PublicKeyCredential === "function";

/** Fetched when it is pressed for: the page of signing in is everybody's, a passkey few people's. */
const passkeys = () => import("@simplewebauthn/browser");

/** False in what the server writes, where nobody knows the browser yet. */
function usePasskeySupport(): boolean | null {
  return useSyncExternalStore(never, isSupportedHere, () => null);
}

/** Adds a passkey: the server draws a question, the device answers it, the answer is sent with the form. */
export function AddPasskeyForm({
  prepare,
  action,
  words,
  codeWords,
  ...form
}: PasskeyFormProps & {
  prepare: (input: { proof: string }) => Promise<CallResult<PublicKeyCredentialCreationOptionsJSON>>;
  codeWords: RecoveryCodeWords;
}): ReactNode {
  const isSupported = usePasskeySupport();
  if (isSupported === null) return null;
  if (!isSupported) return <p className="text-sm text-ink-2">{words.unsupported}</p>;
  const askFirst: FormAction = async (state, sent) => {
    const proof = sent.get("proof");
    const prepared = await prepare({ proof: typeof proof === "string" ? proof : "" });
    if (prepared.status !== "done") {
      return refused(prepared.status === "invalid" ? words.cancelled : prepared.message, sent);
    }
    return withAnswer(action, words, state, sent, async () =>
      (await passkeys()).startRegistration({ optionsJSON: prepared.result }),
    );
  };
  return <RecoveryCodeForm {...form} action={askFirst} words={codeWords} />;
}

/** Signs in by a passkey, or gives one as the second step. */
export function UsePasskeyForm({
  draw,
  action,
  words,
  ...form
}: PasskeyFormProps & { draw: () => Promise<PublicKeyCredentialRequestOptionsJSON> }): ReactNode {
  if (usePasskeySupport() !== true) return null;
  const askFirst: FormAction = async (state, sent) => {
    const options = await draw();
    return withAnswer(action, words, state, sent, async () =>
      (await passkeys()).startAuthentication({ optionsJSON: options }),
    );
  };
  return <ActionForm {...form} action={askFirst} />;
}

async function withAnswer(
  action: FormAction,
  words: PasskeyWords,
  state: Parameters<FormAction>[0],
  sent: FormData,
  ask: () => Promise<unknown>,
): ReturnType<FormAction> {
  let answer: unknown;
  try {
    answer = await ask();
  } catch (error) {
    const isKnown = error instanceof Error && error.name === "InvalidStateError";
    return refused(isKnown ? words.known : words.cancelled, sent);
  }
  sent.set("answer", JSON.stringify(answer));
  return action(state, sent);
}

function refused(message: string, sent?: FormData): Awaited<ReturnType<FormAction>> {
  const name = sent?.get("name");
  return { status: "refused", message, values: typeof name === "string" ? { name } : {} };
}
