import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { FindingItem } from "@/components/findings/finding-item";
import { AskedCorrections } from "@/components/governments/asked-corrections";
import { Differences } from "@/components/public/public-version-notice";
import { ReleaseDownloads, ReleaseNotes, ReleaseVersions } from "@/components/release/release-side";
import { ReleaseConditions, ReleaseStep } from "@/components/release/release-steps";
import { ClientMessages } from "@/components/shell/client-messages";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Line, LineList } from "@/components/ui/line-list";
import { Page, PageColumns, PageHead } from "@/components/ui/page";
import { StateBadge } from "@/components/ui/state-badge";
import { type Actor, may } from "@/lib/domain/access";
import { listBlockers } from "@/lib/domain/finalise";
import { listCells } from "@/lib/domain/format-cells";
import { isLargeFile } from "@/lib/domain/kept-file";
import type { JudgedReport } from "@/lib/domain/report-work";
import { RENDERERS } from "@/lib/render";
import { loadRelease } from "@/lib/services/load-release";
import { choicesOf } from "@/lib/services/print-choices";
import { requirePermission } from "@/lib/web/actor";
import { isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { hrefOfFinding } from "../finding-href";
import { answerCorrectionAction } from "./actions";
import { PublishStep } from "./publish-step";
import { CallOffStep, ErratumStep, FinaliseStep } from "./release-acts";
import { conditionsOf, needOf } from "./release-view";

/** More findings than this are read on the composing page. */
const SHOWN_FINDINGS = 12;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("release");
  return { title: t("title") };
}

/** The way from the last check to the published report, and from there to a correction. */
export default async function ReleasePage({ params, searchParams }: PageProps<"/report/[cycleId]/release">) {
  const actor = await requirePermission("report:download");
  const [{ cycleId }, { ask }] = await Promise.all([params, searchParams]);
  if (!isId(cycleId)) notFound();
  const now = new Date();
  const found = await loadRelease(getDb(), actor, { cycleId }, now);
  if (!found) notFound();
  const { work, versions, asked } = found;
  return (
    <Page>
      <Head work={work} />
      {asked.length > 0 ? (
        <ClientMessages areas={["common", "governments"]}>
          <AskedCorrections
            format={work.cycle.format}
            asked={asked}
            answer={
              may(actor, "report:publish") ? { action: answerCorrectionAction, requestIdOf: () => randomUUID() } : null
            }
            now={now}
          />
        </ClientMessages>
      ) : null}
      {work.superseded && work.report.erratumReason ? <Preparing work={work} actor={actor} /> : null}
      <ClientMessages areas={["common", "release"]}>
        <PageColumns className="xl:grid-cols-[minmax(0,1fr)_--spacing(81)]">
          <Card>
            <Steps work={work} actor={actor} now={now} isAsked={ask === "publish"} />
          </Card>
          <aside>
            <Downloads work={work} />
            <ReleaseNotes
              format={work.cycle.format}
              explanations={[
                ...work.explanations.map((own) => ({ ...own, unit: null })),
                ...work.unitExplanations.map((given) => ({ ...given, unit: given.unitName })),
              ]}
            />
            <ReleaseVersions
              versions={versions.map(({ id, version, state, publishedAt }) => ({
                id,
                version,
                state,
                publishedAt,
                href: state === "published" || state === "superseded" ? routes.publicReport(id) : null,
              }))}
            />
          </aside>
        </PageColumns>
      </ClientMessages>
    </Page>
  );
}

type StepsProps = { work: JudgedReport; actor: Actor; now: Date; isAsked: boolean };

/** Check, finalise, publish, and a correction of what is published; the step that is open now stands out. */
async function Steps({ work, actor, now, isAsked }: StepsProps) {
  const t = await getTranslations("release");
  const translate = await getTranslations();
  const { state } = work.report;
  const isDraft = state === "draft";
  const isPublished = state === "published" || state === "superseded";
  const isBlocked = isDraft && listBlockers(work).length > 0;
  return (
    <ol className="py-2">
      <ReleaseStep number={1} title={t("check.title")} state={isBlocked ? "now" : "done"}>
        <ReleaseConditions conditions={conditionsOf(work, translate)} />
        {isDraft ? <OpenFindings work={work} /> : null}
      </ReleaseStep>
      <ReleaseStep number={2} title={t("finalise.title")} state={isBlocked ? "later" : isDraft ? "now" : "done"}>
        <FinaliseStep work={work} actor={actor} now={now} isBlocked={isBlocked} />
      </ReleaseStep>
      <ReleaseStep number={3} title={t("publish.title")} state={isDraft ? "later" : isPublished ? "done" : "now"}>
        <PublishStep work={work} actor={actor} now={now} isAsked={isAsked} />
      </ReleaseStep>
      {isPublished ? (
        <ReleaseStep number={4} title={t("erratum.title")} state="later">
          <ErratumStep work={work} actor={actor} />
        </ReleaseStep>
      ) : null}
    </ol>
  );
}

/** The report as a file of each kind; what is too large to be made at once is ordered on the page of the files. */
function Downloads({ work: { report, cycle, rollUp } }: { work: JudgedReport }) {
  const rows = [...rollUp.unitsByCell.values()].reduce((total, units) => total + units, 0);
  return (
    <ReleaseDownloads
      state={report.state}
      figures={listCells(cycle.format).length}
      files={RENDERERS.map(({ format }) => {
        const isLarge = isLargeFile(rows, format, choicesOf(report));
        const href = isLarge ? routes.files(cycle.id, { format }) : routes.download(cycle.id, format);
        return { format, isLarge, href };
      })}
      moreHref={routes.files(cycle.id)}
    />
  );
}

/** What keeps the report from being finalised, finding by finding, each with the way to its place. */
function OpenFindings({ work }: { work: JudgedReport }) {
  const t = useTranslations("release.check");
  const { errors, warnings } = needOf(work);
  const open = [...errors, ...warnings];
  if (open.length === 0) return null;
  const { format, id } = work.cycle;
  return (
    <LineList aria-label={t("open")}>
      {open.slice(0, SHOWN_FINDINGS).map((finding) => (
        <FindingItem key={finding.id} finding={finding} format={format} href={hrefOfFinding(finding, id)} />
      ))}
      {open.length > SHOWN_FINDINGS ? (
        <Line>
          <Link href={routes.compose(id)}>{t("more", { count: open.length - SHOWN_FINDINGS })}</Link>
        </Line>
      ) : null}
    </LineList>
  );
}

async function Head({ work }: { work: JudgedReport }) {
  const { report, cycle } = work;
  const t = await getTranslations("release");
  const blockers = listBlockers(work).length;
  const year = String(cycle.year);
  const title =
    report.state === "draft"
      ? blockers > 0
        ? t("headline.blocked", { count: blockers })
        : t("headline.ready")
      : report.state === "final"
        ? t("headline.final")
        : t("headline.published", { year, version: report.version });
  return (
    <PageHead
      crumbs={[{ label: t("crumbYear", { year }), href: routes.overview() }, { label: t("title") }]}
      title={
        <>
          {title} <StateBadge state={`report_${report.state}`} variant="boxed" />
        </>
      }
      actions={<ButtonLink href={routes.preview(cycle.id)}>{t("publish.preview")}</ButtonLink>}
      lead={t("lead")}
    />
  );
}

/** While a correction is prepared: why, and what it changes so far. */
async function Preparing({ work, actor }: { work: JudgedReport; actor: Actor }) {
  const { report, superseded, document } = work;
  const t = await getTranslations("release.erratum");
  const { erratum } = document;
  const version = superseded?.version ?? 1;
  return (
    <Alert variant="info" className="mb-4">
      <b>{t("preparing", { version: report.version })}</b>
      <p>{t("preparingText", { reason: report.erratumReason ?? "" })}</p>
      <p>
        {t("changed", {
          version,
          figures: erratum?.differences.length ?? 0,
          passages: erratum?.passages.length ?? 0,
        })}
      </p>
      {erratum ? <Differences erratum={erratum} /> : null}
      <ClientMessages areas={["common", "release"]}>
        <CallOffStep work={work} actor={actor} />
      </ClientMessages>
    </Alert>
  );
}
