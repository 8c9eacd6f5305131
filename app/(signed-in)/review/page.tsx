import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { OverviewChart } from "@/components/overview/overview-chart";
import { RemindLateForm } from "@/components/overview/overview-form";
import { OverviewHero } from "@/components/overview/overview-hero";
import { ClientMessages } from "@/components/shell/client-messages";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { type Actor, may } from "@/lib/domain/access";
import { isWaiting } from "@/lib/domain/child-report";
import type { Overview } from "@/lib/domain/overview";
import { decideOtherBody } from "@/lib/domain/own-reports";
import { loadGovernments } from "@/lib/services/load-governments";
import { loadChosenUnits, loadOverview } from "@/lib/services/load-overview";
import { loadProposedUnitReports } from "@/lib/services/load-unit-reports";
import { requirePermission } from "@/lib/web/actor";
import { chosenCycle, isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { remindUnitsAction } from "./actions";
import { ExtendCard } from "./extend-card";
import { MatrixCard } from "./matrix-card";
import { readOverviewSearchParams } from "./overview-search-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("overview");
  return { title: t("title") };
}

/** Where the year stands: every unit and section, who is late, what to review next. */
export default async function OverviewPage({ searchParams }: PageProps<"/review">) {
  const actor = await requirePermission("history:read");
  const query = await searchParams;
  const now = new Date();
  const search = readOverviewSearchParams(query);
  const cycle = await chosenCycle();
  const organisationIds = typeof query.extend === "string" ? query.extend.split(",").filter(isId) : [];
  const [overview, proposed, chosen, below] = await Promise.all([
    loadOverview(getDb(), actor, { ...cycle, search }, now),
    loadProposedUnitReports(getDb(), actor, {}, now),
    loadChosenUnits(getDb(), actor, { ...cycle, organisationIds }, now),
    loadGovernments(getDb(), actor, { ...cycle, organisationId: null }, now),
  ]);
  if (!overview) return <NoCycle actor={actor} />;

  const [t, governments] = await Promise.all([getTranslations("overview"), getTranslations("governments")]);
  const offered = below?.entries.filter(({ state, sections }) => isWaiting(state) && sections.length > 0).length ?? 0;
  const otherBodies = proposed.filter((proposal) => decideOtherBody(proposal, "confirm", actor).ok).length;
  const extended = typeof query.extended === "string" && /^\d{1,4}$/.test(query.extended) ? query.extended : null;
  return (
    <ClientMessages areas={["overview", "common", "shell"]}>
      <Page>
        {extended ? (
          <Alert variant="success" isAnnounced className="mb-4">
            {t("extend.done", { sections: Number(extended) })}
          </Alert>
        ) : null}
        {otherBodies > 0 ? (
          <Alert variant="info" className="mb-4">
            {t("otherBodies", { count: otherBodies })} <Link href={routes.published()}>{t("otherBodiesLink")}</Link>
          </Alert>
        ) : null}
        {below && below.unanswered > 0 && may(actor, "report:download") ? (
          <Alert variant="warning" className="mb-4">
            {governments("askedOfUs", { count: below.unanswered })}{" "}
            <Link href={`${routes.release(below.cycle.id)}#corrections`}>{governments("askedOfUsLink")}</Link>
          </Alert>
        ) : null}
        {offered > 0 ? (
          <Alert variant="info" className="mb-4">
            {governments("offered", { count: offered })}{" "}
            <Link href={routes.reportsBelow()}>{governments("offeredLink")}</Link>
          </Alert>
        ) : null}
        <Head overview={overview} actor={actor} now={now} />
        <ExtendCard overview={overview} actor={actor} chosen={chosen} />
        <MatrixCard overview={overview} actor={actor} search={search} isExtending={chosen.length > 0} now={now} />
      </Page>
    </ClientMessages>
  );
}

type HeadProps = { overview: Overview; actor: Actor; now: Date };

function Head({ overview, actor, now }: HeadProps) {
  const isReviewer = may(actor, "submission:review");
  const { cycle, nextId, late } = overview;
  const canRemind = may(actor, "unit:remind") && cycle.state === "open" && late.toRemind > 0;
  return (
    <div className="grid items-center gap-8 2xl:grid-cols-[minmax(0,1fr)_--spacing(125)]">
      <OverviewHero
        overview={overview}
        now={now}
        isReviewer={isReviewer}
        nextHref={isReviewer && nextId ? routes.review(nextId) : null}
        rollUpHref={may(actor, "report:read") ? routes.rollUp(cycle.id) : null}
        remind={
          canRemind ? (
            <RemindLateForm
              action={remindUnitsAction}
              cycleId={cycle.id}
              requestId={randomUUID()}
              count={late.toRemind}
            />
          ) : null
        }
      />
      <OverviewChart overview={overview} now={now} />
    </div>
  );
}

async function NoCycle({ actor }: { actor: Actor }) {
  const t = await getTranslations("overview");
  return (
    <Page>
      <Empty
        title={t("noCycle")}
        action={may(actor, "cycle:manage") ? <ButtonLink href={routes.cycles()}>{t("openCycle")}</ButtonLink> : null}
      >
        {t("noCycleText")}
      </Empty>
    </Page>
  );
}
