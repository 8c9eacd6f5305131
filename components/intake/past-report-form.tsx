"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CheckUpView } from "@/components/checkup/checkup-view";
import { PastReportPreview } from "@/components/intake/past-report-preview";
import { ReadReportForm } from "@/components/intake/read-report-form";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { FormAction } from "@/lib/web/form-action";

type PastReportFormProps = {
  read: FormAction;
  takeOver: FormAction;
  requestId: string;
  /** Whose reports these are; a report of another body is pointed out. */
  district: string;
  /** Of which years a report is here. */
  years: readonly string[];
};

/** A report of the district that was published before: read and shown first, taken over by a second step. */
export function PastReportForm({ read, takeOver, requestId, district, years }: PastReportFormProps): ReactNode {
  const t = useTranslations("intake.past");
  return (
    <ReadReportForm
      read={read}
      title={t("choose")}
      found={({ view: text = "", report = "", year = "", organisation = "" }) => {
        const view = viewOf(text);
        return view ? (
          <Card>
            <CardHeader>
              <CardTitle>{t("found")}</CardTitle>
            </CardHeader>
            <CardContent>
              <PastReportPreview
                key={report}
                {...{ view, report, year, organisation, district, years, takeOver, requestId }}
              />
            </CardContent>
          </Card>
        ) : null;
      }}
    />
  );
}

/** What the action gave travels as text. */
function viewOf(text: string): CheckUpView | null {
  const value: unknown = JSON.parse(text);
  return isView(value) ? value : null;
}

function isView(value: unknown): value is CheckUpView {
  return typeof value === "object" && value !== null && "figures" in value && "unplaced" in value;
}
