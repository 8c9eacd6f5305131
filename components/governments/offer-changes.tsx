import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSectionNames } from "@/components/section/section-names";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { headingOfAnchor } from "@/lib/domain/anchor";
import { describeCell } from "@/lib/domain/cell";
import { cellsOf } from "@/lib/domain/check/subject-cells";
import type { Format } from "@/lib/domain/format";
import type { Offer, OfferChange } from "@/lib/domain/report-offer";
import { formatFigure } from "@/lib/i18n/numbers";

/** What taking a report over changes, cell by cell and text by text, with what the roll-up rises by. */
export function OfferChanges({ format, offer }: { format: Format; offer: Offer }): ReactNode {
  const t = useTranslations("governments.offer");
  const names = useSectionNames(format);
  const cells = cellsOf(format);
  const placeOf = ({ key, sectionId }: OfferChange): string => {
    const heading = headingOfAnchor(key);
    const located = cells.get(key);
    if (located) return describeCell(located);
    return offer.outline.find((candidate) => candidate.key === heading)?.title || names.title(sectionId);
  };
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("changesTitle", { count: offer.changes.length })}</CardTitle>
      </CardHeader>
      <CardContent className="text-sm text-ink-2">{t("changesText")}</CardContent>
      <Table
        className="border-t border-line"
        caption={t("caption")}
        isStacked
        rows={offer.changes}
        rowKey={({ key, sectionId }) => `${sectionId} ${key}`}
        columns={[
          {
            key: "figure",
            head: t("figure"),
            isRowHead: true,
            className: "text-sm font-normal",
            cell: (change) => (
              <>
                {placeOf(change)}
                <small className="block text-xs text-ink-3">{names.title(change.sectionId)}</small>
              </>
            ),
          },
          {
            key: "before",
            head: t("before"),
            label: t("before"),
            isNumber: true,
            className: "text-sm",
            cell: ({ key, before }) => <Found anchor={key} found={before} />,
          },
          {
            key: "after",
            head: t("after"),
            label: t("after"),
            isNumber: true,
            className: "text-sm",
            cell: ({ key, after }) => <Found anchor={key} found={after} />,
          },
          {
            key: "rise",
            head: t("rise"),
            label: t("rise"),
            isNumber: true,
            className: "text-sm",
            cell: ({ rise }) => (rise === null ? null : `${rise.startsWith("-") ? "" : "+"}${formatFigure(rise)}`),
          },
        ]}
      />
    </Card>
  );
}

function Found({ anchor, found }: { anchor: string; found: string | null }): ReactNode {
  if (found === null || found === "") return <span className="text-ink-3">—</span>;
  if (headingOfAnchor(anchor) === null) return <b>{formatFigure(found)}</b>;
  return <span className="block max-h-40 overflow-y-auto text-left whitespace-pre-line">{found}</span>;
}
