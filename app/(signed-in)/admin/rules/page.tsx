import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { proposeRuleSettingAction } from "@/app/(signed-in)/admin/rules/actions";
import { WaitingRuleSettings } from "@/app/(signed-in)/admin/rules/waiting-rule-settings";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { FormCard } from "@/components/ui/form-card";
import { dayField, reasonField } from "@/components/ui/form-fields";
import { Page, PageAside, PageColumns, PageHead } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { may } from "@/lib/domain/access";
import { RULE_EFFECTS, RULE_IDS } from "@/lib/domain/check/finding";
import { CHECKS } from "@/lib/domain/check/registry";
import { mayProposeRuleSetting, rulesInForce } from "@/lib/domain/rule-setting";
import { loadRuleSettings } from "@/lib/services/load-rule-settings";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.tabs"))("rules") };
}

/** Every rule with its version, what holds of it here, and what waits for a second person. */
export default async function RulesPage() {
  const actor = await requirePermission("cycle:manage", "report:publish");
  const [t, checks] = await Promise.all([getTranslations("admin.rules"), getTranslations("checks")]);
  const { settings, confirmed, today } = await loadRuleSettings(getDb(), actor, {}, new Date());
  const inForce = rulesInForce(confirmed);
  const waiting = settings.filter(({ state }) => state === "proposed");
  return (
    <Page>
      {may(actor, "cycle:manage") ? <AdminTabs current="rules" hrefs={ADMIN_PLACES} /> : null}
      <PageHead title={t("title", { count: inForce.length })} lead={t("lead")} />
      <PageColumns>
        <div className="min-w-0">
          <WaitingRuleSettings settings={waiting} actor={actor} />
          <Card>
            <Table
              caption={t("all")}
              isStacked
              rows={CHECKS}
              rowKey={({ rule }) => rule}
              columns={[
                { key: "rule", head: t("rule"), isRowHead: true, cell: ({ rule }) => checks(`rules.${rule}`) },
                { key: "version", head: t("version"), cell: ({ version }) => checks("list.version", { version }) },
                { key: "severity", head: t("severity"), cell: ({ severity }) => checks(`severity.${severity}`) },
                { key: "since", head: t("since"), cell: ({ holdsFrom }) => holdsFrom },
                {
                  key: "state",
                  head: t("state"),
                  cell: ({ rule }) => {
                    const setting = inForce.find((candidate) => candidate.rule === rule);
                    if (!setting) return t("effect.standard");
                    const { effect, since, proposedBy, decidedBy: by, reason } = setting;
                    return (
                      <span className="text-warn">
                        {t("holding", { effect: t(`effect.${effect}`), since, proposer: proposedBy ?? "", by, reason })}
                      </span>
                    );
                  },
                },
              ]}
            />
          </Card>
        </div>
        {mayProposeRuleSetting(actor) ? (
          <PageAside>
            <ProposeRuleSettingCard today={today} />
          </PageAside>
        ) : null}
      </PageColumns>
    </Page>
  );
}

/** Proposes the severity of a rule from a day on; a second person decides. */
async function ProposeRuleSettingCard({ today }: { today: string }) {
  const [t, checks] = await Promise.all([getTranslations("admin.rules"), getTranslations("checks")]);
  return (
    <FormCard title={t("propose")}>
      <ActionForm
        id="rule"
        action={proposeRuleSettingAction}
        errorTitle={t("notSaved")}
        submitLabel={t("send")}
        busyLabel={t("saving")}
        buttonVariant="primary"
        note={<p className="text-sm text-ink-2">{t("needsSecond")}</p>}
        fields={[
          { kind: "hidden", name: "requestId", value: randomUUID() },
          {
            kind: "select",
            name: "rule",
            label: t("rule"),
            value: RULE_IDS[0],
            choices: RULE_IDS.map((rule) => ({ value: rule, label: checks(`rules.${rule}`) })),
          },
          {
            kind: "select",
            name: "effect",
            label: t("effectLabel"),
            value: "off",
            choices: [...RULE_EFFECTS].reverse().map((effect) => ({ value: effect, label: t(`effect.${effect}`) })),
          },
          dayField({ name: "holdsFrom", label: t("from"), value: today }),
          reasonField({ label: t("reason"), hint: t("reasonHint") }),
        ]}
      />
    </FormCard>
  );
}
