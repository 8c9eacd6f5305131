"use client";

import { FileSpreadsheetIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { CellSaver } from "@/components/saving/cell-saver";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { FileField } from "@/components/ui/file-field";
import { Spinner } from "@/components/ui/spinner";
import type { CheckedWorkbook, UnreadableWorkbook, WorkbookChange } from "@/lib/domain/check-workbook";
import { WorkbookChanges } from "./workbook-changes";
import { WorkbookProblems } from "./workbook-problems";

type WorkbookAnswer = CheckedWorkbook | { ok: false; unreadable: UnreadableWorkbook };

/** Asks the server what a workbook would change. */
export type ReadWorkbookCall = (input: {
  submissionId: string;
  file: string;
}) => Promise<
  | { status: "done"; result: WorkbookAnswer }
  | { status: "refused"; message: string }
  | { status: "invalid" | "signed_out" }
>;

export type SectionWorkbookProps = {
  submissionId: string;
  /** Where the workbook is downloaded. */
  href: string;
  saver: CellSaver;
  placeOf: (cellKey: string) => string;
  read: ReadWorkbookCall;
  /** Writes what was chosen, as if it were typed. */
  onTake: (changes: readonly { cellKey: string; value: string | null }[]) => void;
};

type Reading =
  | { state: "none" | "reading" }
  | { state: "failed"; why: string }
  | { state: "wrong"; result: Extract<CheckedWorkbook, { ok: false }> }
  | { state: "read"; changes: readonly WorkbookChange[] };

/** A workbook of ours is a hundredth of this. */
const MAX_BYTES = 2_000_000;

/** The section as a workbook: to be downloaded, filled in without the network, and looked at before anything is taken. */
export function SectionWorkbook(props: SectionWorkbookProps): ReactNode {
  const { href, saver, placeOf, onTake } = props;
  const t = useTranslations("section.workbook");
  const [isOpen, setOpen] = useState(false);
  const [reading, setReading] = useState<Reading>({ state: "none" });
  const read = useReadWorkbook(props);
  const change = (next: boolean) => {
    setOpen(next);
    if (next) setReading({ state: "none" });
  };
  const choose = async (file: File | undefined) => {
    if (!file || file.size > MAX_BYTES) return setReading({ state: "none" });
    setReading({ state: "reading" });
    setReading(await read(file));
  };

  return (
    <Dialog
      title={t("title")}
      description={t("text")}
      open={isOpen}
      onOpenChange={change}
      size="lg"
      trigger={
        <Button>
          <FileSpreadsheetIcon />
          {t("open")}
        </Button>
      }
    >
      <p className="mt-3">
        <a className={buttonVariants()} href={href} download>
          {t("download")}
        </a>
      </p>
      <FileField
        id="workbook-file"
        className="mt-4"
        label={t("file")}
        hint={t("fileHint")}
        accept=".xlsx"
        limit={{ bytes: MAX_BYTES, sentence: t("unreadable.too_large") }}
        onInput={(event) => void choose(event.currentTarget.files?.[0])}
      />
      <div aria-live="polite" className="mt-3">
        {reading.state === "reading" ? (
          <p className="flex items-center gap-2 text-ink-2">
            <Spinner />
            {t("reading")}
          </p>
        ) : null}
        {reading.state === "failed" ? <Alert variant="error">{reading.why}</Alert> : null}
        {reading.state === "wrong" ? <WorkbookProblems {...reading.result} /> : null}
      </div>
      {reading.state === "read" ? (
        <WorkbookChanges
          changes={reading.changes}
          saver={saver}
          placeOf={placeOf}
          onTake={(chosen) => {
            setOpen(false);
            onTake(chosen);
          }}
        />
      ) : (
        <DialogFooter>{null}</DialogFooter>
      )}
    </Dialog>
  );
}

function useReadWorkbook({ submissionId, read }: SectionWorkbookProps): (file: File) => Promise<Reading> {
  const t = useTranslations("section.workbook");
  return async (file) => {
    try {
      const answer = await read({ submissionId, file: await base64Of(file) });
      if (answer.status === "refused") return { state: "failed", why: answer.message };
      if (answer.status !== "done") return { state: "failed", why: t(answer.status) };
      const { result } = answer;
      if (result.ok) return { state: "read", changes: result.changes };
      if ("unreadable" in result) return { state: "failed", why: t(`unreadable.${result.unreadable}`) };
      return { state: "wrong", result };
    } catch {
      return { state: "failed", why: t("failed") };
    }
  };
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(pieces.join(""));
}
