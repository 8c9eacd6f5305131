import { getLocale, getTranslations } from "next-intl/server";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { linkIdentityAction, refuseIdentityAction, removeIdentityAction } from "@/app/(signed-in)/admin/people/actions";
import { AdminFormRow } from "@/components/admin/admin-form-row";
import { FormCard } from "@/components/ui/form-card";
import { limitChoices } from "@/lib/domain/choices";
import type { ProvidedIdentity } from "@/lib/domain/identity";
import type { Person } from "@/lib/domain/person";
import { formatDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";

type IdentitiesCardProps = {
  identities: readonly ProvidedIdentity[];
  people: readonly Person[];
  shownIds: readonly string[];
  now: Date;
};

/** Who came by single sign-on and is nobody here yet, to be linked or refused; and who was refused. */
export async function IdentitiesCard({ identities, people, shownIds, now }: IdentitiesCardProps) {
  const t = await getTranslations("admin.people.identity");
  const waiting = identities.filter(({ state }) => state === "waiting");
  const refused = identities.filter(({ state }) => state === "refused");
  if (waiting.length + refused.length === 0) return null;
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
      </div>
    </FormCard>
  );
}

type WaitingProps = Omit<IdentitiesCardProps, "identities"> & { identity: ProvidedIdentity };

async function Waiting({ identity, people, shownIds, now }: WaitingProps) {
  const t = await getTranslations("admin.people.identity");
  const locale = readLocale(await getLocale());
  const { id, name, account, firstSeenAt } = identity;
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
