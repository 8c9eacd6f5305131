"use client";

import { CheckIcon, ClockIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { useFindingText } from "@/components/findings/finding-text";
import type { CellSaver } from "@/components/saving/cell-saver";
import type { CellStatus } from "@/components/saving/cell-views";
import { useFillForm } from "@/components/saving/fill-form";
import { useCellView } from "@/components/saving/use-cell-saver";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Textarea } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { StateIcon } from "@/components/ui/state-badge";
import { TextLimit } from "@/components/ui/text-limit";
import { paragraphAnchor } from "@/lib/domain/anchor";
import type { Finding } from "@/lib/domain/check/finding";
import type { OutlineHeading } from "@/lib/domain/cycle";
import { LIMIT } from "@/lib/domain/inputs/limits";

/** A text is checked and saved when its writer pauses this long, or leaves it. */
const PAUSE_MS = 1_000;

type ParagraphEditorProps = {
  heading: OutlineHeading;
  saver: CellSaver;
  /** The unit's text of the year before, where the office lets it be used again. */
  lastText: string | null;
  findings: readonly Finding[];
  onFocus: (anchor: string) => void;
};

/** The text under one heading, saved by itself, with what the checks say of it below. */
export function ParagraphEditor({ heading, saver, lastText, findings, onFocus }: ParagraphEditorProps): ReactNode {
  const t = useTranslations("section.paragraph");
  const sentenceOf = useFindingText();
  const anchor = paragraphAnchor(heading.key);
  const form = useFillForm()?.id;
  const { typed, stored, status } = useCellView(saver, anchor);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const leave = () => {
    clearTimeout(timer.current);
    const { typed: now, written } = saver.cell(anchor);
    if (now !== (written ?? "")) saver.write([{ cellKey: anchor, value: now === "" ? null : now }]);
  };
  const name = heading.title === "" ? t("single") : `${heading.number}${heading.title}`;
  const describedBy = [
    heading.help ? `${anchor}-help` : "",
    findings.length > 0 ? `${anchor}-findings` : "",
    `${anchor}-limit`,
  ].join(" ");
  const isWrong = findings.some((finding) => finding.severity === "error");

  return (
    <div className="mt-3.5">
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3 gap-y-0.5">
        <label className="font-bold" htmlFor={anchor}>
          {name}
        </label>
        <span className="inline-flex items-center gap-2.5 text-xs text-ink-3">
          <SaveState status={status} />
          {t("count", { count: [...typed.replace(/\s/g, "")].length })}
        </span>
      </div>
      {heading.help ? (
        <p className="mb-1 text-sm whitespace-pre-line text-ink-3" id={`${anchor}-help`}>
          {heading.help}
        </p>
      ) : null}
      <Textarea
        className="text-doc-sm leading-7 max-md:text-doc-sm"
        id={anchor}
        name={anchor}
        form={form}
        rows={4}
        value={typed}
        placeholder={t("placeholder")}
        aria-invalid={isWrong || undefined}
        aria-describedby={describedBy}
        onFocus={() => onFocus(anchor)}
        onChange={(event) => {
          saver.type(anchor, event.target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(leave, PAUSE_MS);
        }}
        onBlur={leave}
      />
      {lastText !== null && typed === "" ? (
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-ink-2">
          {t("mayKeep")}
          <Button
            size="sm"
            onClick={() => {
              saver.write([{ cellKey: anchor, value: lastText }]);
              document.getElementById(anchor)?.focus();
            }}
          >
            {t("useLastYear")}
          </Button>
        </p>
      ) : null}
      <TextLimit id={anchor} limit={LIMIT.text} length={typed.length} isShown={typed.length > LIMIT.text * 0.9} />
      <input type="hidden" name={`seen:${anchor}`} form={form} value={stored ?? ""} />
      {findings.length > 0 ? (
        <ul className="mt-1.5 text-sm" id={`${anchor}-findings`}>
          {findings.map((finding) => (
            <li
              key={finding.id}
              className={cn("flex gap-1.5", finding.severity === "error" ? "text-danger" : "text-warn")}
            >
              <StateIcon state={finding.severity} className="mt-0.5" />
              <span className="text-ink">{sentenceOf(finding)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function SaveState({ status }: { status: CellStatus }): ReactNode {
  const t = useTranslations("section.paragraph");
  if (status === "idle") return null;
  return (
    <span className={cn("flex items-center gap-2", (status === "refused" || status === "conflict") && "text-danger")}>
      {status === "saving" ? <Spinner /> : null}
      {status === "saved" ? <CheckIcon className="size-3.5" /> : null}
      {status === "waiting" ? <ClockIcon className="size-3.5" /> : null}
      {t(status)}
    </span>
  );
}
