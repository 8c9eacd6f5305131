import { getLocale, getTranslations } from "next-intl/server";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { linkIdentityAction, refuseIdentityAction, removeIdentityAction } from "@/app/(signed-in)/admin/people/actions";
import { AdminFormRow } from "@/components/admin/admin-form-row";
import { FormCard } from "@/components/ui/form-card";
import { Pager } from "@/components/ui/pager";
import { limitChoices } from "@/lib/domain/choices";
import type { IdentityState, ProvidedIdentity } from "@/lib/domain/identity";
import { pageOf } from "@/lib/domain/paging";
import type { Person } from "@/lib/domain/person";
import { formatDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import { routes } from "@/lib/web/routes";

type IdentitiesCardProps = {
  identities: readonly ProvidedIdentity[];
  people: readonly Person[];
  shownIds: readonly string[];
  /** Which page of them is wanted. */
  page: number;
  now: Date;
};

/** Who came by single sign-on and is nobody here yet, to be linked or refused; and who was refused. */
export async function IdentitiesCard({ identities, people, shownIds, page, now }: IdentitiesCardProps) {
  const t = await getTranslations("admin.people.identity");
  const byState = (wanted: IdentityState) => identities.filter(({ state }) => state === wanted);
  const paged = pageOf([...byState("waiting"), ...byState("refused")], page);
  if (paged.total === 0) return null;
  const waiting = paged.rows.filter(({ state }) => state === "waiting");
  const refused = paged.rows.filter(({ state }) => state === "refused");
  return (
    <FormCard title={t("title")}>
      <div id="identities">
        <p className="text-sm text-ink-2">{t("lead")}</p>
        {waiting.map((identity) => (
          <Waiting key={identity.id} identity={identity} people={people} shownIds={shownIds} now={now} />
        ))}
        {refused.map((identity) => (
          <AdminFormRow key={identity.id}>
            <span className="text-sm">
              <b>{identity.name}</b> <span className="text-ink-2">{identity.account}</span>
              <br />
              <span className="text-ink-2">{t("refusedState")}</span>
            </span>
            <AdminForm
              id={`forget-${identity.id}`}
              action={removeIdentityAction}
              submitLabel={t("forget")}
              buttonSize="sm"
              of={{ identityId: identity.id }}
            />
          </AdminFormRow>
        ))}
        <Pager
          label={t("title")}
          paged={paged}
          hrefOf={(wanted) => `${routes.people({ identities: String(wanted) })}#identities`}
        />
      </div>
    </FormCard>
  );
}

type WaitingProps = Omit<IdentitiesCardProps, "identities" | "page"> & { identity: ProvidedIdentity };

async function Waiting({ identity, people, shownIds, now }: WaitingProps) {
  const t = await getTranslations("admin.people.identity");
  const locale = readLocale(await getLocale());
  const { id, name, account, firstSeenAt, proposedRole, proposedUnit } = identity;
  const roleName = await getTranslations("common.role");
  const proposal = [proposedUnit, proposedRole === null ? "" : roleName(proposedRole)].filter((part) => part !== "");
  const active = people.filter(({ deactivatedAt }) => deactivatedAt === null);
  const alike = active
    .filter((person) => person.account === account || person.name === name)
    .map((person) => person.id);
  const { offered, isCut } = limitChoices(active, [...alike, ...shownIds]);
  return (
    <section className="border-t border-line py-3.5" aria-label={name}>
      <p className="text-sm">
        <b>{name}</b> <span className="text-ink-2">{account}</span>
        <br />
        <span className="text-ink-2">{t("cameOn", { day: formatDay(firstSeenAt, now, locale) })}</span>
        {proposal.length > 0 ? (
          <>
            <br />
            <span className="text-ink-2">{t("proposed", { what: proposal.join(" · ") })}</span>
          </>
        ) : null}
      </p>
      <div className="mt-2.5 space-y-2.5">
        <AdminForm
          id={`link-${id}`}
          action={linkIdentityAction}
          submitLabel={t("link")}
          buttonSize="sm"
          of={{ identityId: id }}
          fields={[
            {
              kind: "select",
              name: "userId",
              label: t("person"),
              hint: isCut ? t("many") : t("personHint"),
              value: alike[0] ?? "",
              choices: [
                { value: "", label: t("choose") },
                ...offered.map((person) => ({ value: person.id, label: `${person.name}（${person.account}）` })),
              ],
            },
          ]}
        />
        <AdminForm
          id={`refuse-${id}`}
          action={refuseIdentityAction}
          submitLabel={t("refuse")}
          buttonSize="sm"
          of={{ identityId: id }}
        />
      </div>
    </section>
  );
}

/** By whom of single sign-on a person is signed in. */
export async function LinkedIdentities({ identities }: { identities: readonly ProvidedIdentity[] }) {
  const t = await getTranslations("admin.people.identity");
  return identities.map(({ id, name, account }) => (
    <AdminForm
      key={id}
      id={`unlink-${id}`}
      action={removeIdentityAction}
      submitLabel={t("unlink")}
      buttonSize="sm"
      of={{ identityId: id }}
      note={<p className="text-sm text-ink-2">{t("linked", { name, account })}</p>}
    />
  ));
}
