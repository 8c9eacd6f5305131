import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { GRID_KEYS } from "@/components/grid/grid-key-list";
import { KeyTable } from "@/components/help/key-table";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { REVIEW_KEYS } from "@/lib/domain/review-keys";

/** The keyboard of the tables, for who fills in many cells. */
export function HelpTableKeys(): ReactNode {
  const t = useTranslations("grid.keys");
  const rows = GRID_KEYS.map(({ keys, word }) => ({ keys, does: t(word) }));
  return <HelpKeys title={t("title")} text={t("text")} rows={rows} />;
}

/** The keyboard of the review, for who decides on many sections. */
export function HelpReviewKeys(): ReactNode {
  const t = useTranslations("review.keys");
  const rows = REVIEW_KEYS.map(({ key, act }) => ({ keys: [key.toUpperCase()], does: t(act) }));
  return <HelpKeys id="review-keys" title={t("title")} text={t("note")} rows={rows} />;
}

type HelpKeysProps = {
  id?: string;
  title: string;
  text: string;
  rows: readonly { keys: readonly string[]; does: string }[];
};

function HelpKeys({ id, title, text, rows }: HelpKeysProps): ReactNode {
  return (
    <Card id={id}>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
      </CardHeader>
      <CardContent className="text-ink-2">{text}</CardContent>
      <KeyTable caption={title} rows={rows} />
    </Card>
  );
}
