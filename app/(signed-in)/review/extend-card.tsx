import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { OverviewExtend } from "@/components/overview/overview-extend";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { type Actor, may } from "@/lib/domain/access";
import type { CycleUnit } from "@/lib/domain/cycle";
import type { Overview } from "@/lib/domain/overview";
import { routes } from "@/lib/web/routes";
import { extendUnitsAction } from "./actions";

type ExtendCardProps = { overview: Overview; actor: Actor; chosen: readonly CycleUnit[] };

/** The form that gives the units chosen more time. */
export async function ExtendCard({ overview, actor, chosen }: ExtendCardProps) {
  const t = await getTranslations("overview.extend");
  const common = await getTranslations("common");
  const units = chosen.map(({ organisationId, name }) => ({ id: organisationId, name }));
  if (units.length === 0 || !may(actor, "cycle:manage")) return null;
  const names = units.map((unit) => unit.name).join(common("listSeparator"));
  return (
    <Card className="my-4">
      <CardHeader>
        <CardTitle>{t("title", { count: units.length })}</CardTitle>
      </CardHeader>
      <CardContent className="max-w-notice">
        <p className="text-ink-2">{t("text", { names })}</p>
        <OverviewExtend
          action={extendUnitsAction}
          cycleId={overview.cycle.id}
          requestId={randomUUID()}
          units={units}
          cancelHref={routes.overview()}
        />
      </CardContent>
    </Card>
  );
}
