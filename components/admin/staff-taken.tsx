"use client";

import { DownloadIcon, PrinterIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { CodeSlip, type CodeSlipWords } from "@/components/admin/code-slip";
import { type Slip, slipSheet } from "@/components/admin/slip-sheet";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";

type StaffTakenProps = { message: string; given: Readonly<Record<string, string>>; words: CodeSlipWords };

/** What was taken, and the one-time codes of who is new: shown once, to be printed or saved as a sheet. */
export function StaffTaken({ message, given, words }: StaffTakenProps): ReactNode {
  const t = useTranslations("staff");
  const language = useLocale();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const slips = slipsOf(given.slips ?? "[]");
  const until = given.until ?? "";
  const save = () => {
    const sheet = new Blob([slipSheet(slips, until, words, language)], { type: "text/html;charset=utf-8" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(sheet);
    link.download = `${t("slipFile")}.html`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div ref={box} tabIndex={-1} className="space-y-4">
      <Alert variant="success" isAnnounced>
        {message}
      </Alert>
      {slips.length > 0 ? (
        <Card
          className="print:visible print:absolute print:top-0 print:left-0 print:w-full print:border-0"
          data-printed-alone
        >
          <CardHeader className="print:hidden">
            <CardTitle>{t("slips", { count: slips.length })}</CardTitle>
          </CardHeader>
          <CardContent className="space-y-3">
            <p className="text-sm text-ink-2 print:hidden">{words.once}</p>
            <div className="flex flex-wrap gap-2 print:hidden">
              <Button variant="primary" onClick={() => window.print()}>
                <PrinterIcon />
                {words.print}
              </Button>
              <Button onClick={save}>
                <DownloadIcon />
                {t("saveSlips")}
              </Button>
            </div>
            <ul className="grid gap-3 md:grid-cols-2 print:grid-cols-2">
              {slips.map((slip) => (
                <li
                  key={slip.account}
                  className="break-inside-avoid rounded-sm border border-dashed border-field bg-surface px-4 py-3.5"
                >
                  <CodeSlip slip={slip} until={until} words={words} />
                </li>
              ))}
            </ul>
          </CardContent>
        </Card>
      ) : null}
    </div>
  );
}

/** What the action gave travels as text. */
function slipsOf(text: string): readonly Slip[] {
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? value.filter(isSlip) : [];
}

function isSlip(value: unknown): value is Slip {
  return typeof value === "object" && value !== null && "code" in value && "account" in value && "name" in value;
}
