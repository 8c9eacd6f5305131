import { SearchIcon } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { AddPersonCard } from "@/app/(signed-in)/admin/people/add-person-card";
import { PersonCards } from "@/app/(signed-in)/admin/people/person-cards";
import { AdminEndedRoles } from "@/components/admin/admin-ended-roles";
import { AdminListPanel } from "@/components/admin/admin-list-panel";
import { AdminPeopleTable } from "@/components/admin/admin-people-table";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card, CardHeader } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Page, PageHead } from "@/components/ui/page";
import { ROLES } from "@/lib/domain/access";
import { loadAdminPeople } from "@/lib/services/load-admin-people";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.tabs"))("people") };
}

/** The people of the district by unit; beside them the one who was chosen, or the form for a new one. */
export default async function PeoplePage({ searchParams }: PageProps<"/admin/people">) {
  const actor = await requirePermission("person:manage");
  const query = await searchParams;
  const now = new Date();
  const t = await getTranslations("admin.people");
  const { units, people, ended } = await loadAdminPeople(getDb(), actor, {}, now);
  const searchText = typeof query.q === "string" ? query.q.trim() : "";
  const chosen = people.find((person) => person.id === query.person);
  const shown = people.filter(
    (person) =>
      searchText === "" ||
      [person.name, person.account, ...person.roles.map((role) => role.organisationName)].some((text) =>
        text.includes(searchText),
      ),
  );
  const isAsked = chosen !== undefined || query.role !== undefined;

  return (
    <Page>
      <AdminTabs current="people" hrefs={ADMIN_PLACES} />
      <PageHead
        title={t("title", { count: people.filter((person) => !person.deactivatedAt).length })}
        lead={t("lead")}
      />
      <AdminListPanel
        isAsked={isAsked}
        list={
          <>
            <Card>
              <PeopleSearch searchText={searchText} />
              <AdminPeopleTable
                people={shown}
                units={units}
                chosenId={chosen?.id ?? null}
                now={now}
                hrefOf={(person) => routes.people({ person })}
              />
            </Card>
            <AdminEndedRoles ended={ended} people={people} now={now} />
          </>
        }
      >
        {chosen ? (
          <PersonCards
            person={chosen}
            people={people}
            units={units}
            actorId={actor.userId}
            ended={ended}
            handover={typeof query.handover === "string" ? query.handover : null}
            isAsked={query.ask === "deactivate"}
          />
        ) : (
          <AddPersonCard
            units={units}
            unitId={typeof query.unit === "string" ? query.unit : null}
            role={ROLES.find((role) => role === query.role) ?? "submitter"}
          />
        )}
      </AdminListPanel>
    </Page>
  );
}

async function PeopleSearch({ searchText }: { searchText: string }) {
  const t = await getTranslations("admin.people");
  return (
    <search>
      <form action={routes.people()}>
        <CardHeader>
          <label className="flex min-w-0 flex-1 items-center gap-2" htmlFor="people-search">
            <SearchIcon />
            <span className="sr-only">{t("search")}</span>
            <Input id="people-search" type="search" name="q" defaultValue={searchText} placeholder={t("searchHint")} />
          </label>
          <button type="submit" className={buttonVariants()}>
            {t("search")}
          </button>
        </CardHeader>
      </form>
    </search>
  );
}
