import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";
import { Table } from "@/components/ui/table";

type KeyTableProps = { caption: string; rows: readonly { keys: readonly string[]; does: string }[] };

/** Keys of the keyboard with what each does. */
export function KeyTable({ caption, rows }: KeyTableProps): ReactNode {
  const t = useTranslations("common");
  return (
    <Table
      caption={caption}
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
        { key: "does", head: t("keyDoes"), cell: ({ does }) => does },
      ]}
    />
  );
}
