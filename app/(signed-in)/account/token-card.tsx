import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { makeTokenAction } from "@/app/(signed-in)/account/token-actions";
import { tokenFields, tokenFormWords } from "@/app/(signed-in)/account/token-fields";
import { TokenList } from "@/app/(signed-in)/account/token-list";
import { TokenForm } from "@/components/connections/token-form";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { Actor } from "@/lib/domain/access";
import { scopesOpenTo } from "@/lib/domain/access-token";
import type { OwnTokens } from "@/lib/services/load-tokens";
import { routes } from "@/lib/web/routes";

type TokenCardProps = OwnTokens & { actor: Actor; now: Date };

/** The tokens by which programs work in one's own name: made, seen and ended here. */
export async function TokenCard({ tokens, provesBy, actor, now }: TokenCardProps): Promise<ReactNode> {
  const t = await getTranslations("connections.own");
  const form = await getTranslations("connections.form");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent className="space-y-3">
        <p className="text-sm text-ink-2">
          {t("lead")} <a href={routes.apiHelp()}>{t("doc")}</a>
        </p>
        {tokens.length === 0 ? <p className="text-sm">{t("none")}</p> : null}
      </CardContent>
      {tokens.length > 0 ? <TokenList tokens={tokens} now={now} /> : null}
      <CardContent>
        <div className="max-w-105">
          {provesBy === "nothing" ? (
            <Alert variant="warning">{form("proofNothing")}</Alert>
          ) : (
            <TokenForm
              id="make-token"
              action={makeTokenAction}
              submitLabel={form("make")}
              busyLabel={form("saving")}
              errorTitle={form("notDone")}
              buttonSize="sm"
              fields={await tokenFields({ scopes: scopesOpenTo(actor), provesBy })}
              words={await tokenFormWords()}
            />
          )}
        </div>
      </CardContent>
    </Card>
  );
}
