"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Select, SelectField } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table } from "@/components/ui/table";
import type { LedgerView } from "@/lib/domain/ledger/ledger-view";

type LedgerChoicesProps = {
  view: LedgerView;
  given: Readonly<Record<string, string>>;
  submissionId: string;
  action: (form: FormData) => void;
  onChange: () => void;
};

/** How a ledger is read: which column is which, and what its words are counted as. Both are remembered for the unit. */
export function LedgerChoices({ view, given, submissionId, action, onChange }: LedgerChoicesProps): ReactNode {
  const t = useTranslations("ledger");
  const open = view.words.filter(({ target }) => target === "").length;
  return (
    <form action={action} id="count-ledger" onChange={onChange}>
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="reading" value={given.reading} />
      <input type="hidden" name="words" value={given.words} />
      <Card>
        <CardHeader>
          <CardTitle>{t("howRead")}</CardTitle>
        </CardHeader>
        <CardContent className="space-y-3">
          {view.summary.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <div className="grid gap-3.5 md:grid-cols-2">
            {view.columns.map(({ role, label, chosen, choices }) => (
              <SelectField
                key={role}
                id={`column-${role}`}
                name={`column.${role}`}
                label={label}
                defaultValue={chosen}
                choices={choices}
              />
            ))}
          </div>
          {open > 0 ? <Alert variant="warning">{t("openWords", { count: open })}</Alert> : null}
        </CardContent>
        <Words view={view} />
        <CardContent className="flex flex-wrap items-center gap-3">
          <SubmitButton busyLabel={t("counting")}>{t("countAgain")}</SubmitButton>
          <span className="text-sm text-ink-2">{t("remembered")}</span>
        </CardContent>
      </Card>
    </form>
  );
}

/** The words in the order of the form's fields; what nobody has explained stands first. */
function Words({ view }: { view: LedgerView }): ReactNode {
  const t = useTranslations("ledger");
  const rows = view.words.map((word, index) => ({ ...word, index }));
  if (rows.length === 0) return null;
  return (
    <Table
      caption={t("words")}
      rows={rows}
      rowKey={({ index }) => `${index}`}
      columns={[
        {
          key: "word",
          head: t("word"),
          isRowHead: true,
          className: "wrap-anywhere",
          cell: ({ label }) => label,
        },
        {
          key: "role",
          head: t("column"),
          className: "text-sm whitespace-nowrap text-ink-2",
          cell: ({ role }) => t(`role.${role}`),
        },
        { key: "count", head: t("times"), isNumber: true, label: t("times"), cell: ({ count }) => count },
        {
          key: "target",
          head: t("countedAs"),
          cell: ({ index, label, role, target }) => (
            <Select
              name={`target.${index}`}
              aria-label={t("countedAsOf", { word: label })}
              aria-invalid={target === "" || undefined}
              defaultValue={target}
              choices={view.targets[role]}
              size="sm"
            />
          ),
        },
      ]}
    />
  );
}
