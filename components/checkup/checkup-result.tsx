import { CheckIcon, DownloadIcon, FileIcon, UploadIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckUpFindings } from "@/components/checkup/checkup-findings";
import { CheckUpTables } from "@/components/checkup/checkup-tables";
import { CheckUpTexts } from "@/components/checkup/checkup-texts";
import type { CheckUpView } from "@/components/checkup/checkup-view";
import { buttonVariants } from "@/components/ui/button-variants";
import { PageHead } from "@/components/ui/page";
import { StateIcon } from "@/components/ui/state-badge";

type CheckUpResultProps = {
  view: CheckUpView;
  address: string;
  downloads: { xlsx: string; json: string };
  /** Takes the next report, where it can be dropped or pasted. */
  next: ReactNode;
};

/** The report as it was read, with what the checks say of it. */
export function CheckUpResult({ view, address, downloads, next }: CheckUpResultProps): ReactNode {
  const t = useTranslations("intake.checkup");
  const { counts } = view;
  const inText = view.findings.filter((finding) => finding.anchor?.startsWith("text-"));
  const crumbs = [{ label: t("title"), href: address }, { label: view.title }];
  return (
    <>
      <PageHead
        crumbs={crumbs}
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
              <button className={buttonVariants({})} type="submit" formAction={downloads.xlsx}>
                <DownloadIcon />
                {t("download_xlsx")}
              </button>
              <button className={buttonVariants({})} type="submit" formAction={downloads.json}>
                JSON
              </button>
            </form>
            <a className={buttonVariants({ variant: "primary" })} href={address}>
              <UploadIcon />
              {t("again")}
            </a>
          </>
        }
      >
        <p>
          {t("read", { form: view.form, tables: view.tables.length, cells: view.cells, texts: view.texts.length })}
          {t("not_kept")}
        </p>
      </PageHead>
      <div className="dz">
        <span className="dzf">
          <FileIcon />
          <b>{view.title}</b>
          <span className="text-ink-3 text-sm">{view.source}</span>
        </span>
        {view.previousTitle ? (
          <span className="dzf">
            <FileIcon />
            {t("previous_read", { title: view.previousTitle })}
          </span>
        ) : null}
        {next}
      </div>
      {view.notCompared ? <p className="mt-2 text-sm text-warn">{view.notCompared}</p> : null}
      {view.absent.length > 0 ? (
        <p className="text-sm text-ink-2 mt-2">{t("absent", { sections: view.absent.join("；") })}</p>
      ) : null}
      <div className="ckc mt-4">
        <section className="card" aria-label={t("report")}>
          <nav className="tabs" aria-label={t("parts")}>
            {view.texts.length > 0 ? (
              <a href="#part-text">
                {t("text_part")}
                {inText.length > 0 ? <Count severity="error" count={inText.length} /> : <CheckIcon />}
              </a>
            ) : null}
            {view.tables.map(({ id, number, counts: found }) => (
              <a key={id} href={`#part-${id}`}>
                {t("table_part", { number, name: t(`parts_short.${id}`) })}
                {found.error > 0 ? <Count severity="error" count={found.error} /> : null}
                {found.warning > 0 ? <Count severity="warning" count={found.warning} /> : null}
                {found.error + found.warning === 0 ? <CheckIcon /> : null}
              </a>
            ))}
          </nav>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard. */}
          <div className="ckw" tabIndex={0}>
            <CheckUpTexts texts={view.texts} />
            <CheckUpTables view={view} />
            {view.unplaced.length > 0 ? (
              <details className="ck-left">
                <summary>{t("unplaced", { count: view.unplaced.length })}</summary>
                <ul>
                  {view.unplaced.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </details>
            ) : null}
          </div>
        </section>
        <CheckUpFindings findings={view.findings} counts={counts} />
      </div>
    </>
  );
}

function Count({ severity, count }: { severity: "error" | "warning"; count: number }): ReactNode {
  return (
    <span className={severity === "error" ? "ck-n text-danger" : "ck-n text-warn"}>
      <StateIcon state={severity} className="size-3.5" />
      {count}
    </span>
  );
}
