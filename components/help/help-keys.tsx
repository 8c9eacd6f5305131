import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Kbd } from "@/components/ui/kbd";
import { Table } from "@/components/ui/table";
import { REVIEW_KEYS } from "@/lib/domain/review-keys";

const TABLE_KEYS = [
  { keys: ["Tab", "Shift+Tab"], word: "nextCell" },
  { keys: ["Enter", "↓", "↑"], word: "sameColumn" },
  { keys: ["←", "→"], word: "sideways" },
  { keys: ["F2"], word: "edit" },
  { keys: ["Esc"], word: "restore" },
  { keys: ["Ctrl+Z"], word: "undo" },
  { keys: ["Alt+↓"], word: "nextFinding" },
  { keys: ["Ctrl+V"], word: "paste" },
] as const;

/** The keyboard of the tables, for who fills in many cells. */
export function HelpTableKeys(): ReactNode {
  const t = useTranslations("help.keys");
  const rows = TABLE_KEYS.map(({ keys, word }) => ({ keys, does: t(word) }));
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
  const t = useTranslations("help.keys");
  return (
    <Card id={id}>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
      </CardHeader>
      <CardContent className="text-ink-2">{text}</CardContent>
      <Table
        caption={title}
        isStacked={false}
        rows={rows}
        rowKey={({ keys }) => keys.join(" ")}
        columns={[
          {
            key: "keys",
            head: t("key"),
            isRowHead: true,
            className: "whitespace-nowrap",
            cell: ({ keys }) => (
              <span className="flex flex-wrap items-center gap-2">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </span>
            ),
          },
          { key: "does", head: t("does"), cell: ({ does }) => does },
        ]}
      />
    </Card>
  );
}
