import { getTranslations } from "next-intl/server";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { inviteAllAction, invitePersonAction } from "@/app/(signed-in)/admin/people/actions";
import { FormCard } from "@/components/ui/form-card";
import { listInvitable } from "@/lib/domain/invitation";
import type { Person } from "@/lib/domain/person";

/** Invites one person by mail, or says why that cannot be. */
export async function InvitePersonForm({ person, isMailSent }: { person: Person; isMailSent: boolean }) {
  const t = await getTranslations("admin.people.invite");
  if (!isMailSent) return <p className="text-sm text-ink-2">{t("noServer")}</p>;
  if (person.email === null) return <p className="text-sm text-ink-2">{t("noAddress")}</p>;
  return (
    <AdminForm
      key={`invite-${person.id}`}
      id="invite-person"
      action={invitePersonAction}
      submitLabel={t(person.invitation ? "again" : "one")}
      busyLabel={t("sending")}
      buttonSize="sm"
      of={{ userId: person.id }}
      note={<p className="text-sm text-ink-2">{t(person.hasPassword ? "noteReplaces" : "note")}</p>}
    />
  );
}

/** Invites by mail all who have no password yet; those brought in by a file above all. */
export async function InviteAllCard(props: { people: readonly Person[]; isMailSent: boolean; now: Date }) {
  const { people, isMailSent, now } = props;
  const t = await getTranslations("admin.people.invite");
  const { invited, withoutAddress } = listInvitable(people, now);
  const count = { invited: invited.length, without: withoutAddress.length };
  return (
    <FormCard title={t("title")}>
      <div className="space-y-3" id="invite">
        <p className="text-sm text-ink-2">{isMailSent ? t("lead", count) : t("noServer")}</p>
        {isMailSent ? (
          // Stays when all are invited, so that what was said stays in sight.
          <AdminForm
            id="invite-all"
            action={inviteAllAction}
            submitLabel={t("all", count)}
            busyLabel={t("sending")}
            isOver={invited.length === 0}
          />
        ) : null}
      </div>
    </FormCard>
  );
}
