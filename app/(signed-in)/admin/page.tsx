import { ArrowRightIcon, CheckIcon } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { AdminTaskList } from "@/components/admin/admin-task-list";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Description, DescriptionList } from "@/components/ui/description-list";
import { Empty } from "@/components/ui/empty";
import { HeroTitle, Page, PageAside, PageColumns, PageHero } from "@/components/ui/page";
import { Timeline } from "@/components/ui/timeline";
import type { AdminTask } from "@/lib/domain/admin-task";
import { realStatutoryDate } from "@/lib/domain/cycle";
import { formatDueDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import { type AdminHome, loadAdminHome } from "@/lib/services/load-admin-home";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.tabs"))("home") };
}

/** The administrator's tasks, the most urgent first. */
export default async function AdminPage() {
  const actor = await requirePermission("cycle:manage");
  const now = new Date();
  const t = await getTranslations("admin.home");
  const work = await loadAdminHome(getDb(), actor, {}, now);
  const tasks = work.tasks.map((task) => ({ task, href: hrefOf(task) }));
  const [first] = tasks;
  const [newest] = work.cycles;
  const em = (chunks: React.ReactNode) => <em className="font-bold">{chunks}</em>;

  return (
    <Page>
      <AdminTabs current="home" hrefs={ADMIN_PLACES} />
      <PageHero>
        <div className="min-w-0 flex-1">
          <HeroTitle>
            {first
              ? t.rich("open", { count: tasks.length, em })
              : newest?.state === "open"
                ? t.rich("underWay", { year: String(newest.year), em })
                : t("quiet")}
          </HeroTitle>
        </div>
        {first ? (
          <ButtonLink variant="primary" size="lg" href={first.href}>
            {actLabel(first.task, t, await getTranslations("common.role"))} <ArrowRightIcon />
          </ButtonLink>
        ) : null}
      </PageHero>
      <PageColumns>
        <Card>
          <CardHeader>
            <CardTitle>{t("tasks")}</CardTitle>
          </CardHeader>
          {tasks.length === 0 ? (
            <Empty icon={<CheckIcon />} title={t("allDone")}>
              {t("allDoneText")}
            </Empty>
          ) : (
            <AdminTaskList tasks={tasks} now={now} />
          )}
        </Card>
        <PageAside className="space-y-4">
          <YearCard work={work} now={now} />
          <Card>
            <CardHeader>
              <CardTitle>{t("district")}</CardTitle>
            </CardHeader>
            <CardContent>
              <DescriptionList className="text-sm">
                <Description term={t("units")}>
                  {t("unitCount", { count: work.units.filter((unit) => unit.isActive).length })}
                </Description>
                <Description term={t("people")}>
                  {t("peopleCount", { count: work.people.filter((person) => !person.deactivatedAt).length })}
                </Description>
                <Description term={t("years")}>{t("yearCount", { count: work.cycles.length })}</Description>
              </DescriptionList>
            </CardContent>
          </Card>
        </PageAside>
      </PageColumns>
    </Page>
  );
}

async function YearCard({ work, now }: { work: AdminHome; now: Date }) {
  const t = await getTranslations("admin.home");
  const locale = readLocale(await getLocale());
  const [cycle] = work.cycles;
  if (!cycle) return null;
  const real = realStatutoryDate(cycle);
  const dates = [
    { due: cycle.tablesDueAt, text: t("dueTables") },
    { due: cycle.narrativeDueAt, text: t("dueNarrative") },
    {
      due: cycle.statutoryDueAt,
      text: real ? t("dueStatutoryMoved", { day: formatDueDay(real, now, locale) }) : t("dueStatutory"),
    },
  ].toSorted((left, right) => left.due.getTime() - right.due.getTime());
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("year", { year: String(cycle.year) })}</CardTitle>
      </CardHeader>
      <Timeline
        entries={dates.map(({ due, text }) => ({
          key: text,
          title: formatDueDay(due, now, locale),
          text,
          kind: due <= now ? ("done" as const) : ("ahead" as const),
        }))}
      />
      <CardContent className="text-sm">
        <p>
          <a href={routes.cycle(cycle.id)}>{t("toYear")}</a>
        </p>
      </CardContent>
    </Card>
  );
}

/** The page on which a task is done. */
function hrefOf(task: AdminTask): string {
  switch (task.kind) {
    case "units_missing":
    case "contact_missing":
      return routes.units();
    case "role_missing":
      return routes.people({ role: task.role });
    case "submitter_missing":
      return routes.people({ role: "submitter", unit: task.units[0]?.id ?? "" });
    case "own_review":
      return routes.people({ role: "reviewer" });
    case "second_person_missing":
      return routes.people({ role: "director" });
    case "identity_waiting":
      return `${routes.people()}#identities`;
    case "code_expired":
    case "code_expiring":
    case "long_absent":
      return routes.people({ person: task.people[0]?.id ?? "" });
    case "role_ending":
      return routes.people({ person: task.roles[0]?.userId ?? "" });
    case "backup":
    case "messages_failed":
    case "jobs_failed":
      return routes.operation();
    case "webhooks_failing":
    case "tokens_expiring":
      return routes.connections();
    case "other_body_waiting":
      return routes.published();
    case "year_missing":
    case "next_year":
      return routes.cycles();
    case "year_closable":
      return routes.cycle(task.cycleId, { view: "close" });
  }
}

type Words = Awaited<ReturnType<typeof getTranslations<"admin.home">>>;
type RoleWords = Awaited<ReturnType<typeof getTranslations<"common.role">>>;

function actLabel(task: AdminTask, t: Words, roleName: RoleWords): string {
  if (task.kind === "role_missing") return t("act.role_missing", { role: roleName(task.role) });
  if (task.kind === "year_missing" || task.kind === "next_year") return t("act.open_year", { year: String(task.year) });
  return t(`act.${task.kind}`);
}
