import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { AddPersonCard } from "@/app/(signed-in)/admin/people/add-person-card";
import { IdentitiesCard } from "@/app/(signed-in)/admin/people/identity-cards";
import { InviteAllCard } from "@/app/(signed-in)/admin/people/invite-forms";
import { PersonCards } from "@/app/(signed-in)/admin/people/person-cards";
import { SignInRuleCard } from "@/app/(signed-in)/admin/people/sign-in-rule-card";
import { AdminEndedRoles } from "@/components/admin/admin-ended-roles";
import { AdminListPanel } from "@/components/admin/admin-list-panel";
import { AdminPeopleTable } from "@/components/admin/admin-people-table";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { ListSearch } from "@/components/ui/list-search";
import { Page, PageHead } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { ROLES } from "@/lib/domain/access";
import { limitChoices } from "@/lib/domain/choices";
import { type ListSearch as ListSearchParams, listSearchQuery, readListSearch } from "@/lib/domain/inputs/list-search";
import type { Person } from "@/lib/domain/person";
import { mailEnv } from "@/lib/env";
import { loadAdminPeople } from "@/lib/services/load-admin-people";
import { loadSignInRule } from "@/lib/services/set-sign-in-rule";
import { loadIdentities } from "@/lib/services/settle-identity";
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
  const search = readListSearch(query);
  const now = new Date();
  const isMailSent = mailEnv() !== null;
  const t = await getTranslations("admin.people");
  const lists = await getTranslations("staff");
  const [{ rows, people, units, ended }, identities] = await Promise.all([
    loadAdminPeople(getDb(), actor, { search }, now),
    loadIdentities(getDb(), actor, {}, now),
  ]);
  const chosen = people.find((person) => person.id === query.person);
  const unitId = typeof query.unit === "string" ? query.unit : null;
  const offered = limitChoices(
    units.filter((unit) => unit.isActive),
    [
      unitId,
      units.find(({ kind }) => kind === "office")?.id,
      ...rows.rows.map(({ group }) => group.key),
      ...unitsOf(chosen),
    ],
  );

  return (
    <Page>
      <AdminTabs current="people" hrefs={ADMIN_PLACES} />
      <PageHead
        title={t("title", { count: people.filter((person) => !person.deactivatedAt).length })}
        lead={t("lead")}
        actions={<ButtonLink href={routes.staffList()}>{lists("open")}</ButtonLink>}
      />
      <AdminListPanel
        isAsked={chosen !== undefined || query.role !== undefined}
        list={
          <>
            <PeopleCard rows={rows} search={search} chosenId={chosen?.id ?? null} now={now} />
            <AdminEndedRoles ended={ended} now={now} />
          </>
        }
      >
        {chosen ? (
          <PersonCards
            person={chosen}
            people={people}
            units={offered}
            actorId={actor.userId}
            ended={ended}
            handover={typeof query.handover === "string" ? query.handover : null}
            identities={identities.filter(({ userId }) => userId === chosen.id)}
            isAsked={query.ask === "deactivate"}
            now={now}
          />
        ) : (
          <>
            <AddPersonCard
              units={offered}
              unitId={unitId}
              role={ROLES.find((role) => role === query.role) ?? "submitter"}
              isMailSent={isMailSent}
            />
            <InviteAllCard people={people} isMailSent={isMailSent} now={now} />
            <IdentitiesCard
              identities={identities}
              people={people}
              shownIds={rows.rows.map(({ person }) => person.id)}
              page={readListSearch({ page: query.identities }).page}
              now={now}
            />
            <SignInRuleCard roles={await loadSignInRule(getDb(), actor, {}, now)} />
          </>
        )}
      </AdminListPanel>
    </Page>
  );
}

type PeopleCardProps = {
  rows: Awaited<ReturnType<typeof loadAdminPeople>>["rows"];
  search: ListSearchParams;
  chosenId: string | null;
  now: Date;
};

/** The list of people, searched and page by page. */
async function PeopleCard({ rows, search, chosenId, now }: PeopleCardProps) {
  const t = await getTranslations("admin.people");
  const hrefOf = ({ person, ...change }: Partial<ListSearchParams> & { person?: string }) =>
    routes.people({ ...listSearchQuery({ ...search, ...change }), ...(person ? { person } : {}) });
  return (
    <Card>
      <CardHeader>
        <ListSearch
          id="people-search"
          label={t("search")}
          hint={t("searchHint")}
          path={routes.people()}
          value={search.q}
          clearHref={routes.people()}
        />
      </CardHeader>
      <AdminPeopleTable rows={rows.rows} chosenId={chosenId} now={now} hrefOf={(person) => hrefOf({ person })} />
      <Pager label={t("pages")} paged={rows} hrefOf={(page) => hrefOf({ page })} />
    </Card>
  );
}

function unitsOf(person: Person | undefined): string[] {
  return (person?.roles ?? []).map((role) => role.organisationId);
}
