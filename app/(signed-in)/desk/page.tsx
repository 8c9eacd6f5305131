import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeskAside } from "@/components/desk/desk-aside";
import { DeskHero } from "@/components/desk/desk-hero";
import { DeskNil } from "@/components/desk/desk-nil";
import { DeskReminder } from "@/components/desk/desk-reminder";
import { DeskTaskList } from "@/components/desk/desk-task-list";
import { Alert } from "@/components/ui/alert";
import { Empty } from "@/components/ui/empty";
import { Page, PageColumns } from "@/components/ui/page";
import { inLanguage } from "@/lib/formats/localize-format";
import { loadDesk } from "@/lib/services/load-desk";
import { requirePermission } from "@/lib/web/actor";
import { chosenCycle } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { declareNilTogetherAction, withdrawNilAction } from "./hand-in/actions";

const NIL = { declare: declareNilTogetherAction, withdraw: withdrawNilAction };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return { title: t("title") };
}

/** One person's sections of this year: what is open, until when, and what to do next. */
export default async function DeskPage({ searchParams }: PageProps<"/desk">) {
  const actor = await requirePermission("submission:fill", "submission:sign");
  const { declined } = await searchParams;
  const now = new Date();
  const t = await getTranslations("desk");
  const loaded = await loadDesk(getDb(), actor, await chosenCycle(), now);

  if (!loaded) {
    return (
      <Page>
        <Empty title={t("hero.noCycle")}>{t("hero.noCycleText")}</Empty>
      </Page>
    );
  }
  const desk = { ...loaded, cycle: inLanguage(loaded.cycle, await getLocale()) };
  return (
    <Page>
      {declined === "1" ? (
        <Alert variant="success" isAnnounced className="mb-4">
          {t("declined")}
        </Alert>
      ) : null}
      <DeskHero desk={desk} now={now} hrefOf={routes.section} handInHref={routes.handIn()} />
      {desk.reminder ? <DeskReminder reminder={desk.reminder} now={now} /> : null}
      {desk.tasks.length === 0 ? null : (
        <PageColumns>
          <div>
            <DeskNil desk={desk} actions={NIL} />
            <DeskTaskList
              desk={desk}
              userId={actor.userId}
              now={now}
              hrefOf={routes.section}
              handInHref={routes.handIn()}
            />
          </div>
          <DeskAside desk={desk} now={now} publishedHref={routes.published()} />
        </PageColumns>
      )}
    </Page>
  );
}
