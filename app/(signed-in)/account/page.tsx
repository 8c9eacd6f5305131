import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { changePasswordAction } from "@/app/(signed-in)/account/actions";
import { CalendarCard } from "@/app/(signed-in)/account/calendar-card";
import { IdentityCard } from "@/app/(signed-in)/account/identity-card";
import { NoticesCard } from "@/app/(signed-in)/account/notices-card";
import { PasskeyCard } from "@/app/(signed-in)/account/passkey-card";
import { SecondFactorCard } from "@/app/(signed-in)/account/second-factor-card";
import { SessionList } from "@/app/(signed-in)/account/session-list";
import { TokenCard } from "@/app/(signed-in)/account/token-card";
import { LanguageChoice } from "@/components/shell/language-switch";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { FormCard } from "@/components/ui/form-card";
import { newPasswordField } from "@/components/ui/form-fields";
import { Page, PageAside, PageColumns, PageHead } from "@/components/ui/page";
import { PASSWORD_MINIMUM } from "@/lib/domain/inputs/limits";
import { env, mailEnv } from "@/lib/env";
import { loadPasskeys } from "@/lib/services/change-passkeys";
import { loadAccount } from "@/lib/services/load-account";
import { loadSecondFactor } from "@/lib/services/load-second-factor";
import { loadOwnTokens } from "@/lib/services/load-tokens";
import { loadOwnIdentities } from "@/lib/services/settle-identity";
import { requireActor } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { relyingParty } from "@/lib/web/relying-party";
import { readSession } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup.account"))("title") };
}

/** What a person may change about their own account, and which roles they hold. */
export default async function AccountPage() {
  const actor = await requireActor();
  const t = await getTranslations("setup.account");
  const roleName = await getTranslations("common.role");
  const now = new Date();
  const [session, { units, sessions, notices, feedId }, secondFactor, ownTokens, passkeys, identities] =
    await Promise.all([
      readSession(),
      loadAccount(getDb(), actor, {}, now),
      loadSecondFactor(getDb(), actor, { appSecret: env().NEXTAUTH_SECRET }, now),
      loadOwnTokens(getDb(), actor, {}, now),
      loadPasskeys(getDb(), actor, {}, now),
      loadOwnIdentities(getDb(), actor, {}, now),
    ]);
  return (
    <Page>
      <PageHead title={actor.name} lead={t("lead", { account: actor.account, district: actor.districtName })} />
      <PageColumns>
        <div className="min-w-0 space-y-4">
          <FormCard title={t("password")}>
            <div className="max-w-105">
              <ActionForm
                id="change-password"
                action={changePasswordAction}
                errorTitle={t("notDone")}
                submitLabel={t("change")}
                busyLabel={t("changing")}
                buttonVariant="primary"
                fields={[
                  {
                    kind: "text",
                    name: "current",
                    label: t("current"),
                    type: "password",
                    isSecret: true,
                    isRequired: true,
                    autoComplete: "current-password",
                  },
                  newPasswordField({ label: t("new"), hint: t("newHint", { minimum: PASSWORD_MINIMUM }) }),
                ]}
                note={<p className="text-sm text-ink-2">{t("note")}</p>}
              />
            </div>
          </FormCard>
          <SecondFactorCard standing={secondFactor} heldBack={actor.heldBack} now={now} />
          <PasskeyCard
            passkeys={passkeys}
            isOffered={relyingParty() !== null}
            provesBy={ownTokens.provesBy}
            now={now}
          />
          <IdentityCard identities={identities} provesBy={ownTokens.provesBy} />
          <NoticesCard settings={notices} isMailSent={mailEnv() !== null} />
          <CalendarCard feedId={feedId} />
          <TokenCard {...ownTokens} actor={actor} now={now} />
          <SessionList sessions={sessions} ownSessionId={session?.sessionId ?? ""} now={now} />
        </div>
        <PageAside className="space-y-4">
          <Card>
            <CardHeader>
              <CardTitle>{t("roles")}</CardTitle>
            </CardHeader>
            <CardContent>
              <ul className="space-y-2 text-sm">
                {actor.memberships.map(({ organisationId, role }) => (
                  <li key={`${organisationId} ${role}`}>
                    <b>{roleName(role)}</b>
                    <br />
                    <span className="text-ink-2">{units.find((unit) => unit.id === organisationId)?.name}</span>
                  </li>
                ))}
              </ul>
              <p className="mt-3 text-sm text-ink-3">{t("rolesNote")}</p>
            </CardContent>
          </Card>
          <Card>
            <CardHeader>
              <CardTitle>{t("language")}</CardTitle>
            </CardHeader>
            <CardContent>
              <LanguageChoice />
            </CardContent>
          </Card>
        </PageAside>
      </PageColumns>
    </Page>
  );
}
