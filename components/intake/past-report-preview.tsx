import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { CheckUpTables } from "@/components/checkup/checkup-tables";
import { CheckUpTexts } from "@/components/checkup/checkup-texts";
import type { CheckUpView } from "@/components/checkup/checkup-view";
import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { dayField } from "@/components/ui/form-fields";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { FormAction } from "@/lib/web/form-action";

type PastReportPreviewProps = {
  view: CheckUpView;
  /** The report as it was read, which is what is taken over. */
  report: string;
  year: string;
  organisation: string;
  district: string;
  /** Of which years a report is here. */
  years: readonly string[];
  takeOver: FormAction;
  requestId: string;
};

/** What was read of a report and what could not be placed, before it is taken over. */
export function PastReportPreview(props: PastReportPreviewProps): ReactNode {
  const { view, report, year, organisation, district, years, takeOver, requestId } = props;
  const t = useTranslations("intake.past");
  const { counts } = view;
  const isThere = years.includes(year);
  const [wasThere] = useState(isThere);
  const blank = Object.values(view.figures).filter((value) => value === null).length;
  const isOther = organisation !== "" && !organisation.includes(district) && !district.includes(organisation);
  return (
    <section className="grid grid-cols-1 gap-4" aria-label={t("found")}>
      <Alert variant="info" isAnnounced>
        <b>{view.title}</b>
        <p>{t("found_text", { form: view.form, cells: view.cells, blank, texts: view.texts.length })}</p>
        <p>{t("findings", { errors: counts.error, warnings: counts.warning })}</p>
      </Alert>
      {wasThere ? <Alert variant="warning">{t("already", { year })}</Alert> : null}
      {isOther ? <Alert variant="warning">{t("other_body", { organisation, district })}</Alert> : null}
      {view.absent.length > 0 ? (
        <Alert variant="warning">{t("absent", { sections: view.absent.join("；") })}</Alert>
      ) : null}
      {view.unplaced.length > 0 ? (
        <Alert variant="warning">
          <p>{t("unplaced", { count: view.unplaced.length })}</p>
          <ul>
            {view.unplaced.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <details open>
        <summary className="text-accent hover:underline">{t("tables")}</summary>
        <ScrollRegion
          label={t("tables")}
          className="max-h-[max(--spacing(110),calc(100vh---spacing(72.5)))] scroll-pt-21 overflow-auto max-xl:max-h-none max-xl:overflow-x-auto"
        >
          <CheckUpTables view={view} />
        </ScrollRegion>
      </details>
      <details>
        <summary className="text-accent hover:underline">{t("words", { count: view.texts.length })}</summary>
        <CheckUpTexts texts={view.texts} />
      </details>
      <ActionForm
        id="take-over"
        action={takeOver}
        isOver={isThere}
        submitLabel={t("take_over", { year })}
        busyLabel={t("taking")}
        errorTitle={t("not_taken")}
        buttonVariant="primary"
        note={<p className="text-sm text-ink-2">{t("as_published")}</p>}
        fields={[
          { kind: "hidden", name: "requestId", value: requestId },
          { kind: "hidden", name: "report", value: report },
          dayField({ name: "publishedOn", label: t("published_on"), hint: t("published_on_hint") }),
        ]}
      />
    </section>
  );
}
