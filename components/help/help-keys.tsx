import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Kbd } from "@/components/ui/kbd";
import { Table } from "@/components/ui/table";

const KEYS = [
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
export function HelpKeys(): ReactNode {
  const t = useTranslations("help.keys");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent className="text-ink-2">{t("text")}</CardContent>
      <Table
        caption={t("title")}
        isStacked={false}
        rows={KEYS}
        rowKey={({ word }) => word}
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
          { key: "does", head: t("does"), cell: ({ word }) => t(word) },
        ]}
      />
    </Card>
  );
}
