"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { LedgerChoices } from "@/components/ledger/ledger-choices";
import { LedgerLines } from "@/components/ledger/ledger-lines";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Refused } from "@/components/ui/refused";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table } from "@/components/ui/table";
import type { LedgerView } from "@/lib/domain/ledger/ledger-view";
import type { ActionState } from "@/lib/web/form-action";

type LedgerPreviewProps = {
  given: Readonly<Record<string, string>>;
  submissionId: string;
  requestId: string;
  count: (form: FormData) => void;
  take: (form: FormData) => void;
  refusal: Extract<ActionState, { status: "refused" }> | null;
};

/** What a ledger would make of table three: how it was read, what is not counted, and each cell that changes. */
export function LedgerPreview(props: LedgerPreviewProps): ReactNode {
  const { given, submissionId, requestId, count, take, refusal } = props;
  const t = useTranslations("ledger");
  const [isChanged, setChanged] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const view = viewOf(given.view ?? "");
  if (!view) return null;
  return (
    <div ref={box} tabIndex={-1} className="space-y-4">
      <LedgerChoices
        view={view}
        given={given}
        submissionId={submissionId}
        action={count}
        onChange={() => setChanged(true)}
      />
      {view.faults.length > 0 ? (
        <LedgerLines title={t("faults", { count: view.uncounted })} lines={view.faults} more={view.moreFaults} />
      ) : null}
      <LedgerLines title={t("late")} lines={view.late} more={view.moreLate} note={t("lateNote")} />
      <LedgerLines title={t("notes")} lines={view.notes} more={view.moreNotes} />
      <Card>
        <CardHeader>
          <CardTitle>{t("changes", { count: view.changes.length + view.zeros })}</CardTitle>
        </CardHeader>
        {view.changes.length > 0 ? <Changes caption={t("changed")} rows={view.changes} /> : null}
        <CardContent className="space-y-3">
          {view.changes.length + view.zeros === 0 ? <p>{t("nothingChanges")}</p> : null}
          {view.zeros > 0 ? <p className="text-ink-2">{t("zeros", { count: view.zeros })}</p> : null}
          {view.settled.length > 0 ? (
            <Alert variant="warning">
              {t("settled")}
              <ul className="list-disc pl-4">
                {view.settled.map(({ place, from, to }) => (
                  <li key={place}>{t("settledCell", { place, from, to })}</li>
                ))}
              </ul>
            </Alert>
          ) : null}
          {refusal ? <Refused state={refusal} hasTyped={false} /> : null}
          <form action={take} id="take-ledger" className="space-y-3">
            <input type="hidden" name="submissionId" value={submissionId} />
            <input type="hidden" name="requestId" value={requestId} />
            <input type="hidden" name="reading" value={given.reading} />
            <input type="hidden" name="columns" value={given.columns} />
            <input type="hidden" name="words" value={given.words} />
            <input type="hidden" name="digest" value={given.digest} />
            <p className="text-sm text-ink-2" id="take-note">
              {isChanged ? t("countFirst") : t("takeNote")}
            </p>
            <SubmitButton variant="primary" busyLabel={t("taking")} isDisabled={isChanged} aria-describedby="take-note">
              {view.uncounted > 0 ? t("takeSome", { count: view.uncounted }) : t("take")}
            </SubmitButton>
          </form>
        </CardContent>
      </Card>
    </div>
  );
}

function Changes({ caption, rows }: { caption: string; rows: LedgerView["changes"] }): ReactNode {
  const t = useTranslations("ledger");
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ place }) => place}
      isStacked={false}
      columns={[
        { key: "place", head: t("cell"), isRowHead: true, className: "wrap-anywhere", cell: ({ place }) => place },
        {
          key: "from",
          head: t("now"),
          isNumber: true,
          className: "whitespace-nowrap text-ink-2",
          cell: ({ from }) => from,
        },
        {
          key: "to",
          head: t("counted"),
          isNumber: true,
          className: "font-bold whitespace-nowrap",
          cell: ({ to }) => to,
        },
      ]}
    />
  );
}

/** What the action gave travels as text. */
function viewOf(text: string): LedgerView | null {
  const value: unknown = text === "" ? null : JSON.parse(text);
  return isView(value) ? value : null;
}

function isView(value: unknown): value is LedgerView {
  return typeof value === "object" && value !== null && "changes" in value && "words" in value && "faults" in value;
}
