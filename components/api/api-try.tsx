"use client";

import { type FormEvent, type ReactNode, useState } from "react";

import { ScrollRegion } from "@/components/ui/scroll-region";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-field";
import type { ApiCallView } from "@/lib/domain/api-reference";

export type ApiTryWords = {
  token: string;
  tokenHint: string;
  body: string;
  send: string;
  answer: string;
  failed: string;
};
type ApiTryProps = { call: ApiCallView; prefix: string; words: ApiTryWords };

/** Makes a call from the page, with a token that stays in it. */
export function ApiTry({ call, prefix, words }: ApiTryProps): ReactNode {
  const [answer, setAnswer] = useState<string | null>(null);
  const { id, parameters, sends, scopes } = call;

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = (name: string): string => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    setAnswer(await answerTo(call, prefix, given).catch(() => words.failed));
  }

  return (
    <form className="max-w-160 space-y-3" onSubmit={(event) => void send(event)}>
      {scopes.length > 0 ? (
        <TextField
          id={`${id}-token`}
          name="token"
          label={words.token}
          hint={words.tokenHint}
          type="password"
          autoComplete="off"
        />
      ) : null}
      {parameters.map(({ name, where, isRequired }) => (
        <TextField
          key={name}
          id={`${id}-${name}`}
          name={`${where}:${name}`}
          label={name}
          required={isRequired}
          autoComplete="off"
        />
      ))}
      {sends ? <TextareaField id={`${id}-body`} name="body" label={words.body} rows={6} defaultValue={sends} /> : null}
      <SubmitButton size="sm" variant="primary" busyLabel={words.send}>
        {words.send}
      </SubmitButton>
      <div aria-live="polite">
        {answer === null ? null : (
          <ScrollRegion
            label={words.answer}
            className="max-h-100 overflow-y-auto rounded-sm border border-line bg-sunken"
            data-answer
          >
            <pre className="px-3 py-2 font-mono text-xs">{answer}</pre>
          </ScrollRegion>
        )}
      </div>
    </form>
  );
}

/** What the interface answers: its status, the headers that count, and what it says. */
async function answerTo(call: ApiCallView, prefix: string, given: (name: string) => string): Promise<string> {
  const path = call.path.replace(/\{(\w+)\}/g, (_place, name: string) => encodeURIComponent(given(`path:${name}`)));
  const query = new URLSearchParams(
    call.parameters.flatMap(({ name, where }) =>
      where === "query" && given(`query:${name}`) !== "" ? [[name, given(`query:${name}`)]] : [],
    ),
  );
  const token = given("token").trim();
  const response = await fetch(`${prefix}${path}${query.size > 0 ? `?${query}` : ""}`, {
    method: call.method,
    credentials: "omit",
    headers: {
      ...(token === "" ? {} : { Authorization: `Bearer ${token}` }),
      ...(call.sends === null ? {} : { "Content-Type": "application/json" }),
      "Accept-Language": document.documentElement.lang,
    },
    ...(call.sends === null ? {} : { body: given("body") }),
  });
  const shown = ["content-type", "etag", "link", "ratelimit", "retry-after", "x-request-id"].flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [`${name}: ${value}`];
  });
  return [`${response.status}`, ...shown, "", await readable(response)].join("\n");
}

async function readable(response: Response): Promise<string> {
  const type = response.headers.get("content-type") ?? "";
  if (!type.includes("json")) return response.headers.get("content-disposition") ?? "";
  const answer: unknown = await response.json();
  return JSON.stringify(answer, null, 2);
}
