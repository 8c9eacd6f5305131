import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { settleRuleSettingAction, withdrawRuleSettingAction } from "@/app/(signed-in)/admin/rules/actions";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { Actor } from "@/lib/domain/access";
import { decideRuleSetting, type RuleSetting } from "@/lib/domain/rule-setting";

type WaitingProps = { settings: readonly RuleSetting[]; actor: Actor };

/** What one person proposed and a second has to confirm: each with the forms that the reader may use. */
export async function WaitingRuleSettings({ settings, actor }: WaitingProps) {
  if (settings.length === 0) return null;
  const [t, checks] = await Promise.all([getTranslations("admin.rules"), getTranslations("checks")]);
  return (
    <Card className="mb-4">
      <CardHeader>
        <CardTitle>{t("waiting")}</CardTitle>
      </CardHeader>
      {settings.map((setting) => {
        const { id, rule, ruleVersion, effect, holdsFrom, reason, proposedByName } = setting;
        const fields = () => [
          { kind: "hidden" as const, name: "requestId", value: randomUUID() },
          { kind: "hidden" as const, name: "settingId", value: id },
        ];
        const common = { errorTitle: t("notSaved"), busyLabel: t("saving"), buttonSize: "sm" as const };
        const maySettle = decideRuleSetting(setting, "confirm", actor).ok;
        const mayWithdraw = decideRuleSetting(setting, "withdraw", actor).ok;
        return (
          <CardContent key={id} className="border-t border-line first:border-t-0">
            <p className="font-bold">{`${checks(`rules.${rule}`)} ${checks("list.version", { version: ruleVersion })}`}</p>
            <p className="text-sm text-ink-2">
              {t("proposal", { effect: t(`effect.${effect}`), from: holdsFrom, by: proposedByName })}
            </p>
            <p className="mt-1 text-sm whitespace-pre-wrap">{reason}</p>
            <div className="mt-2 flex flex-wrap gap-2">
              {maySettle ? (
                <>
                  <ActionForm
                    key={`confirm-${id}`}
                    id={`confirm-${id}`}
                    action={settleRuleSettingAction}
                    {...common}
                    submitLabel={t("confirm")}
                    buttonVariant="primary"
                    fields={[...fields(), { kind: "hidden", name: "decision", value: "confirm" }]}
                  />
                  <ActionForm
                    key={`decline-${id}`}
                    id={`decline-${id}`}
                    action={settleRuleSettingAction}
                    {...common}
                    submitLabel={t("decline")}
                    fields={[...fields(), { kind: "hidden", name: "decision", value: "decline" }]}
                  />
                </>
              ) : null}
              {mayWithdraw ? (
                <ActionForm
                  key={`withdraw-${id}`}
                  id={`withdraw-${id}`}
                  action={withdrawRuleSettingAction}
                  {...common}
                  submitLabel={t("withdraw")}
                  fields={fields()}
                />
              ) : null}
            </div>
            {maySettle ? null : <p className="mt-1 text-sm text-ink-3">{t("needsSecond")}</p>}
          </CardContent>
        );
      })}
    </Card>
  );
}
