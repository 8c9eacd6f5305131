"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Refused } from "@/components/ui/refused";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table } from "@/components/ui/table";
import type { StaffView, StaffViewRow } from "@/lib/domain/staff-table/staff-view";
import type { ActionState } from "@/lib/web/form-action";

type StaffPreviewProps = {
  given: Readonly<Record<string, string>>;
  action: (form: FormData) => void;
  refusal: Extract<ActionState, { status: "refused" }> | null;
  requestId: string;
};

/** What a list would do: rows that are not taken with their reasons first, then the others, then the button. */
export function StaffPreview({ given, action, refusal, requestId }: StaffPreviewProps): ReactNode {
  const t = useTranslations("staff");
  const view = viewOf(given.view ?? "");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  if (!view) return null;
  const { summary, refused, good, more, taken, unread } = view;
  return (
    <div ref={box} tabIndex={-1} className="space-y-4">
      <Card>
        <CardHeader>
          <CardTitle>{t("preview")}</CardTitle>
        </CardHeader>
        <CardContent className="space-y-3">
          {summary.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {unread.length > 0 ? (
            <Alert variant="info">{t("unread", { names: unread.join(t("separator")) })}</Alert>
          ) : null}
          {refused.length > 0 ? <Alert variant="warning">{t("someRefused", { count: refused.length })}</Alert> : null}
        </CardContent>
        {refused.length > 0 ? <Rows caption={t("refused")} rows={refused} /> : null}
      </Card>
      <Card>
        <CardHeader>
          <CardTitle>{t("good", { count: taken })}</CardTitle>
        </CardHeader>
        {good.length > 0 ? <Rows caption={t("good", { count: taken })} rows={good} /> : null}
        <CardContent className="space-y-3">
          {more > 0 ? <p className="text-sm text-ink-2">{t("more", { count: more })}</p> : null}
          {taken === 0 ? (
            <p className="text-ink-2">{refused.length > 0 ? t("nothingGood") : t("nothingNew")}</p>
          ) : (
            <form action={action} id="take-staff-list" className="space-y-3">
              {refusal ? <Refused state={refusal} hasTyped={false} /> : null}
              <input type="hidden" name="requestId" value={requestId} />
              <input type="hidden" name="rows" value={given.rows} />
              <input type="hidden" name="digest" value={given.digest} />
              <p className="text-sm text-ink-2">{t("takeNote")}</p>
              <SubmitButton variant="primary" busyLabel={t("taking")}>
                {t("take", { count: taken })}
              </SubmitButton>
            </form>
          )}
        </CardContent>
      </Card>
    </div>
  );
}

function Rows({ caption, rows }: { caption: string; rows: readonly StaffViewRow[] }): ReactNode {
  const t = useTranslations("staff");
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => `${row.table} ${row.line}`}
      columns={[
        {
          key: "line",
          head: t("column.line"),
          className: "text-sm whitespace-nowrap text-ink-2",
          cell: (row) => t("line", { table: t(`tables.${row.table}`), line: row.line }),
        },
        {
          key: "label",
          head: t("column.what"),
          isRowHead: true,
          className: "wrap-anywhere",
          cell: (row) => (row.label === "" ? t("unnamed") : row.label),
        },
        {
          key: "outcome",
          head: t("column.outcome"),
          className: "text-sm whitespace-nowrap",
          cell: (row) => t(`outcome.${row.outcome}`),
        },
        { key: "text", head: t("column.reason"), className: "text-sm wrap-anywhere", cell: (row) => row.text },
      ]}
    />
  );
}

/** What the action gave travels as text. */
function viewOf(text: string): StaffView | null {
  const value: unknown = text === "" ? null : JSON.parse(text);
  return isView(value) ? value : null;
}

function isView(value: unknown): value is StaffView {
  return typeof value === "object" && value !== null && "summary" in value && "refused" in value && "good" in value;
}
