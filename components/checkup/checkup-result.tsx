import { CheckIcon, DownloadIcon, FileIcon, UploadIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckUpFindings } from "@/components/checkup/checkup-findings";
import { CheckUpTables } from "@/components/checkup/checkup-tables";
import { CheckUpTexts } from "@/components/checkup/checkup-texts";
import type { CheckUpView } from "@/components/checkup/checkup-view";
import { RepeatedSections } from "@/components/findings/repeated-sections";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { PageHead } from "@/components/ui/page";
import { StateIcon } from "@/components/ui/state-badge";
import { TABS } from "@/components/ui/tabs-variants";

type CheckUpResultProps = {
  view: CheckUpView;
  address: string;
  downloads: { xlsx: string; json: string };
  /** Takes the next report, where it can be dropped or pasted. */
  next: ReactNode;
};

const FILE = "inline-flex flex-wrap items-center gap-1.5 rounded-sm bg-sunken px-2.5 py-1 text-sm";

/** The report as it was read, with what the checks say of it. */
export function CheckUpResult({ view, address, downloads, next }: CheckUpResultProps): ReactNode {
  const t = useTranslations("intake.checkup");
  return (
    <>
      <ResultHead view={view} address={address} downloads={downloads} />
      <div className="flex flex-wrap items-center gap-2.5 rounded-md border border-dashed border-field bg-surface px-3 py-2.25">
        <span className={FILE}>
          <FileIcon />
          <b>{view.title}</b>
          <span className="text-ink-3 text-sm">{view.source}</span>
        </span>
        {view.previousTitle ? (
          <span className={FILE}>
            <FileIcon />
            {t("previous_read", { title: view.previousTitle })}
          </span>
        ) : null}
        {next}
      </div>
      {view.notCompared ? <p className="mt-2 text-sm text-warn">{view.notCompared}</p> : null}
      {view.absent.length > 0 ? (
        <p className="mt-2 text-sm text-ink-2">{t("absent", { sections: view.absent.join("；") })}</p>
      ) : null}
      <div
        className="mt-4 grid grid-cols-[minmax(0,1fr)_--spacing(110)] items-start gap-gutter max-xl:grid-cols-1"
        data-wide-page
      >
        <Card className="min-w-0" aria-label={t("report")}>
          <PartLinks view={view} />
          <div
            className="max-h-[max(--spacing(110),calc(100vh---spacing(72.5)))] scroll-pt-21 overflow-auto max-xl:max-h-none max-xl:overflow-x-auto"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard.
            tabIndex={0}
          >
            <CheckUpTexts texts={view.texts} />
            <CheckUpTables view={view} />
            <Repeated sections={view.repeated} />
            <Unplaced lines={view.unplaced} />
          </div>
        </Card>
        <CheckUpFindings findings={view.findings} counts={view.counts} />
      </div>
    </>
  );
}

/** How many errors and warnings, the report with its findings as a file, and the way to the next one. */
function ResultHead({ view, address, downloads }: Omit<CheckUpResultProps, "next">): ReactNode {
  const t = useTranslations("intake.checkup");
  const { counts } = view;
  return (
    <PageHead
      crumbs={[{ label: t("title"), href: address }, { label: view.title }]}
      title={
        counts.error + counts.warning === 0
          ? t("clean")
          : t.rich("result", {
              errors: counts.error,
              warnings: counts.warning,
              danger: (words) => <span className="text-danger">{words}</span>,
              warn: (words) => <span className="text-warn">{words}</span>,
            })
      }
      actions={
        <>
          <form method="post" className="flex items-center gap-2">
            <input type="hidden" name="payload" value={view.payload} />
            <button className={buttonVariants()} type="submit" formAction={downloads.xlsx}>
              <DownloadIcon />
              {t("download_xlsx")}
            </button>
            <button className={buttonVariants()} type="submit" formAction={downloads.json}>
              JSON
            </button>
          </form>
          <a className={buttonVariants({ variant: "primary" })} href={address}>
            <UploadIcon />
            {t("again")}
          </a>
        </>
      }
      lead={
        <>
          {t("read", { form: view.form, tables: view.tables.length, cells: view.cells, texts: view.texts.length })}
          {t("not_kept")}
        </>
      }
    />
  );
}

/** Links to the text and the tables, each with how much is wrong in it. */
function PartLinks({ view }: { view: CheckUpView }): ReactNode {
  const t = useTranslations("intake.checkup");
  const inText = view.findings.filter((finding) => finding.anchor?.startsWith("text-"));
  return (
    <nav className={TABS.list} aria-label={t("parts")}>
      {view.texts.length > 0 ? (
        <a className={TABS.tab} href="#part-text">
          {t("text_part")}
          {inText.length > 0 ? <Count severity="error" count={inText.length} /> : <CheckIcon />}
        </a>
      ) : null}
      {view.tables.map(({ id, number, counts }) => (
        <a key={id} className={TABS.tab} href={`#part-${id}`}>
          {t("table_part", { number, name: t(`parts_short.${id}`) })}
          {counts.error > 0 ? <Count severity="error" count={counts.error} /> : null}
          {counts.warning > 0 ? <Count severity="warning" count={counts.warning} /> : null}
          {counts.error + counts.warning === 0 ? <CheckIcon /> : null}
        </a>
      ))}
    </nav>
  );
}

/** Sentences that stand twice in the report. */
function Repeated({ sections }: { sections: CheckUpView["repeated"] }): ReactNode {
  const t = useTranslations("checks.repeated");
  if (sections.length === 0) return null;
  return (
    <section aria-label={t("title")}>
      <h4 className="mt-3 px-4 font-bold">{t("title")}</h4>
      <RepeatedSections
        sections={sections}
        nameOf={(id) => sections.find(({ sectionId }) => sectionId === id)?.name ?? ""}
      />
    </section>
  );
}

/** Lines of the file that belong to no part of the form. */
function Unplaced({ lines }: { lines: readonly string[] }): ReactNode {
  const t = useTranslations("intake.checkup");
  if (lines.length === 0) return null;
  return (
    <details className="px-4 py-3 text-sm">
      <summary>{t("unplaced", { count: lines.length })}</summary>
      <ul className="text-ink-2">
        {lines.map((line) => (
          <li key={line} className="mt-1">
            {line}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Count({ severity, count }: { severity: "error" | "warning"; count: number }): ReactNode {
  return (
    <span
      className={cn("inline-flex items-center gap-0.75 font-bold", severity === "error" ? "text-danger" : "text-warn")}
    >
      <StateIcon state={severity} className="size-3.5" />
      {count}
    </span>
  );
}
