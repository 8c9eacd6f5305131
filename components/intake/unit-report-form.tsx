"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ReadReportForm } from "@/components/intake/read-report-form";
import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { FormCard } from "@/components/ui/form-card";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { FormAction } from "@/lib/web/form-action";

/** What was found in a report, before it is taken in. */
export type FoundReport = {
  title: string;
  year: number;
  form: string;
  organisation: string;
  cells: number;
  /** Cells whose text is no number. */
  texts: number;
  unplaced: readonly string[];
  absent: readonly string[];
  /** The report as read: it is stored by the next step and not before. */
  payload: string;
  requestId: string;
};

type UnitReportFormProps = {
  /** The units whose own report may be taken in. */
  units: readonly { id: string; name: string }[];
  read: FormAction;
  take: FormAction;
};

/** More than this are counted. */
const SHOWN_UNPLACED = 8;

/** A unit's own published report: read first, then what was found in it, then whose it is. */
export function UnitReportForm({ units, read, take }: UnitReportFormProps): ReactNode {
  const t = useTranslations("intake.take");
  return (
    <ReadReportForm
      read={read}
      title={t("title")}
      found={({ view: text = "" }) => {
        const found = foundReportOf(text);
        return found ? <Found key={found.requestId} found={found} units={units} take={take} /> : null;
      }}
    />
  );
}

/** What the action gave travels as text. */
function foundReportOf(text: string): FoundReport | null {
  const value: unknown = JSON.parse(text);
  return isFoundReport(value) ? value : null;
}

function isFoundReport(value: unknown): value is FoundReport {
  return typeof value === "object" && value !== null && "payload" in value && "unplaced" in value;
}

function Found({ found, units, take }: Omit<UnitReportFormProps, "read"> & { found: FoundReport }): ReactNode {
  const t = useTranslations("intake.take");
  const sections = useTranslations("intake.sections");
  const common = useTranslations("common");
  const { title, year, form, cells, texts, unplaced, absent, payload, requestId, organisation } = found;
  const likely = units.find((unit) => organisation !== "" && organisation.includes(unit.name)) ?? units[0];
  const isSection = (id: string): id is "overview" => sections.has(id as "overview");
  return (
    <>
      <Alert variant="info" isAnnounced>
        <p>{t("found", { title, year: String(year), form, cells })}</p>
        <p className="text-sm">{organisation === "" ? t("nobody") : t("body", { body: organisation })}</p>
        {texts > 0 ? <p className="text-sm">{t("texts", { count: texts })}</p> : null}
        {absent.length > 0 ? (
          <p className="text-sm">
            {t("absent", {
              sections: absent.map((id) => (isSection(id) ? sections(id) : id)).join(common("listSeparator")),
            })}
          </p>
        ) : null}
        {unplaced.length > 0 ? (
          <details className="text-sm">
            <summary>{t("unplaced", { count: unplaced.length })}</summary>
            <ul>
              {unplaced.slice(0, SHOWN_UNPLACED).map((text) => (
                <li key={text} className="border-l-2 border-line-2 pl-2.5 text-ink-2">
                  {text}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </Alert>
      {units.length > 0 ? (
        <FormCard title={t("asUnit")}>
          <ActionForm
            id="take-unit"
            action={take}
            fields={[
              { kind: "hidden", name: "requestId", value: requestId },
              { kind: "hidden", name: "report", value: payload },
              {
                kind: "select",
                name: "organisationId",
                label: t("unit"),
                value: likely?.id ?? "",
                choices: units.map(({ id, name }) => ({ value: id, label: name })),
              },
              {
                kind: "textarea",
                name: "otherBodyReason",
                label: t("otherBody"),
                hint: t("otherBodyHint"),
                rows: 2,
                limit: LIMIT.reason,
              },
            ]}
            submitLabel={t("takeUnit")}
            busyLabel={t("taking")}
            errorTitle={t("error")}
            buttonVariant="primary"
            note={
              <p className="text-sm text-ink-2">{t("asUnitText", { year: String(year), next: String(year + 1) })}</p>
            }
          />
        </FormCard>
      ) : null}
    </>
  );
}
