import { ShieldCheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { StateBadge } from "@/components/ui/state-badge";
import type { ReportState } from "@/lib/domain/report";
import type { ReportDocument } from "@/lib/domain/report-document";
import { FILE } from "./download-card";

type VerificationCardProps = { code: string | null; isIntact: boolean; isImported: boolean; verifyHref: string };

/** The code of the report, and whether what is shown is still what was published. */
export function VerificationCard({ code, isIntact, isImported, verifyHref }: VerificationCardProps): ReactNode {
  const t = useTranslations("public.side");
  return (
    <Card className="mt-4">
      <CardHeader>
        <CardTitle>{t("verify")}</CardTitle>
      </CardHeader>
      <CardContent>
        {isIntact ? (
          <p className="flex items-center gap-2 font-bold text-ok">
            <ShieldCheckIcon />
            {t("intact")}
          </p>
        ) : (
          <Alert variant="error">
            <b>{t("broken")}</b>
            <p>{t("brokenText")}</p>
          </Alert>
        )}
        {code ? (
          <p className="my-1.5 border-y border-line py-1 font-mono text-md leading-7 font-bold tracking-[0.02em]">
            {code}
          </p>
        ) : null}
        <p className="text-sm text-ink-3">
          {isImported
            ? t("verifyImported")
            : t.rich("verifyText", { link: (words) => <a href={verifyHref}>{words}</a> })}
        </p>
      </CardContent>
    </Card>
  );
}

/** Which units the figures are the sum of. */
export function ScopeCard({ units, isImported }: { units: ReportDocument["units"]; isImported: boolean }): ReactNode {
  const t = useTranslations("public.side");
  const exempt = units.filter((unit) => unit.status === "exempt").length;
  const count = units.length - exempt;
  if (isImported) {
    return (
      <Card className="mt-4">
        <CardHeader>
          <CardTitle>{t("scope")}</CardTitle>
        </CardHeader>
        <CardContent>
          <p className="text-sm">{t("scopeImported")}</p>
        </CardContent>
      </Card>
    );
  }
  return (
    <Card className="mt-4">
      <CardHeader>
        <CardTitle>{t("scope")}</CardTitle>
      </CardHeader>
      <CardContent>
        <p className="text-sm">{exempt > 0 ? t("scopeExempt", { count, exempt }) : t("scopeAll", { count })}</p>
        <details className="mt-1 text-sm">
          <summary className="text-accent hover:underline">{t("unitList")}</summary>
          <ul className="mt-1.5">
            {units.map((unit) => (
              <li key={unit.name} className="flex justify-between gap-2 py-0.75">
                <span className="min-w-0 flex-1">{unit.name}</span>
                <StateBadge state={unit.status} />
              </li>
            ))}
          </ul>
        </details>
      </CardContent>
    </Card>
  );
}

export type SiblingLink = { id: string; year: number; version: number; state: ReportState; href: string };

/** The other years and versions of the same district. */
export function SiblingsCard({
  siblings,
  currentId,
}: {
  siblings: readonly SiblingLink[];
  currentId: string;
}): ReactNode {
  const t = useTranslations("public.side");
  if (siblings.length < 2) return null;
  return (
    <Card className="mt-4">
      <CardHeader>
        <CardTitle>{t("years")}</CardTitle>
      </CardHeader>
      <ul className="py-1.5">
        {siblings.map(({ id, year, version, state, href }) => {
          const label = version > 1 ? t("yearVersion", { year, version }) : t("yearLink", { year });
          return (
            <li key={id} className={cn(FILE, "grid-cols-[minmax(0,1fr)_auto]")}>
              {id === currentId ? <b aria-current="page">{label}</b> : <a href={href}>{label}</a>}
              <span className="text-ink-3 text-sm">
                {id === currentId ? t("current") : state === "superseded" ? t("supersededVersion") : null}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
