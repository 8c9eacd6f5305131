import { CheckIcon, PenLineIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FindingItem } from "@/components/findings/finding-item";
import { Card, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import { Line, LineList } from "@/components/ui/line-list";
import { StateIcon } from "@/components/ui/state-badge";
import type { Finding, RuleId } from "@/lib/domain/check/finding";
import type { Format } from "@/lib/domain/format";
import type { Balance } from "@/lib/domain/trace-figure";

/** More findings than this are read on the composing page. */
const SHOWN = 8;

const SUM_RULES: readonly RuleId[] = ["REQ-OUTCOME-SUM", "REQ-ROW-SUM", "LIT-SUM"];
const YEAR_RULES: readonly RuleId[] = ["CARRY-YEAR", "ITEM-STOCK-YEAR", "DOC-STOCK-YEAR"];

type RollUpChecksProps = {
  format: Format;
  findings: readonly Finding[];
  /** Null where it is worked out when somebody asks. */
  balance: Balance | null;
  balanceHref: string;
  /** The year of the published report before this one; null when there is none to compare with. */
  previousYear: number | null;
  pending: { count: number; href: string } | null;
  hrefOfFinding: (finding: Finding) => string;
  composeHref: string;
};

/** What was held against what: ticks for what agrees, a sentence and a link for what does not. */
export function RollUpChecks(props: RollUpChecksProps): ReactNode {
  const { format, findings, balance, balanceHref, previousYear, pending, hrefOfFinding, composeHref } = props;
  const t = useTranslations("rollup.checks");
  const isQuiet = (rules: readonly RuleId[]) => !findings.some((finding) => rules.includes(finding.rule));
  const columns = format.sections.flatMap((section) => section.tables).find((table) => table.id === "requests")
    ?.columns.length;
  const shown = findings.filter((finding) => finding.severity !== "info");
  return (
    <Card className="mt-4">
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <LineList>
        {balance === null ? (
          <Line>
            <span className="min-w-0 flex-1 text-ink-2">{t("notBalanced")}</span>
            <Link href={balanceHref} prefetch={false} scroll={false}>
              {t("balanceNow")}
            </Link>
          </Line>
        ) : balance.differing.length === 0 ? (
          <Agreed label={t("balance")} extent={t("cells", { count: balance.agreeing })} />
        ) : (
          <Line className="text-danger">
            <StateIcon state="error" />
            <span className="min-w-0 flex-1">{t("unbalanced", { count: balance.differing.length })}</span>
          </Line>
        )}
        {columns !== undefined && isQuiet(["REQ-IDENTITY"]) ? (
          <Agreed label={t("identity")} extent={t("columns", { count: columns })} />
        ) : null}
        {isQuiet(SUM_RULES) ? <Agreed label={t("sums")} /> : null}
        {previousYear !== null && isQuiet(YEAR_RULES) ? (
          <Agreed label={t("carried")} extent={t("carriedFrom", { year: String(previousYear) })} />
        ) : null}
        {previousYear === null ? <Line className="text-ink-3">{t("noPrevious")}</Line> : null}
        {pending ? (
          <Line className="text-warn">
            <PenLineIcon />
            <span className="min-w-0 flex-1">{t("pending")}</span>
            <Link className="text-sm" href={pending.href} scroll={false} prefetch={false}>
              {t("count", { count: pending.count })}
            </Link>
          </Line>
        ) : null}
        {shown.slice(0, SHOWN).map((finding) => (
          <FindingItem key={finding.id} finding={finding} format={format} href={hrefOfFinding(finding)} />
        ))}
      </LineList>
      {shown.length > SHOWN ? (
        <CardFooter>
          <Link href={composeHref} prefetch={false}>
            {t("more", { count: shown.length - SHOWN })}
          </Link>
        </CardFooter>
      ) : null}
    </Card>
  );
}

function Agreed({ label, extent }: { label: string; extent?: string }): ReactNode {
  return (
    <Line>
      <CheckIcon className="text-ok" />
      <span className="min-w-0 flex-1">{label}</span>
      {extent ? <span className="text-sm whitespace-nowrap text-ink-3">{extent}</span> : null}
    </Line>
  );
}
