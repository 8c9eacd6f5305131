import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Kbd } from "@/components/ui/kbd";

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
    <Card title={t("title")}>
      <p className="sec card-b">{t("text")}</p>
      <table className="tb">
        <caption className="sr">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("key")}</th>
            <th scope="col">{t("does")}</th>
          </tr>
        </thead>
        <tbody>
          {KEYS.map(({ keys, word }) => (
            <tr key={word}>
              <th scope="row" className="nowrap">
                <span className="row row-w">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </span>
              </th>
              <td>{t(word)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
