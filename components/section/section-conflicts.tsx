"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { CellSaver } from "@/components/saving/cell-saver";
import type { CellConflict } from "@/components/saving/cell-views";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardContent } from "@/components/ui/card";
import { headingOfAnchor } from "@/lib/domain/anchor";
import { formatClock } from "@/lib/i18n/dates";
import { formatFigure } from "@/lib/i18n/numbers";

const bold = { b: (text: ReactNode) => <b>{text}</b> };

type SectionConflictsProps = {
  conflicts: readonly CellConflict[];
  saver: CellSaver;
  placeOf: (anchor: string) => string;
};

/** What somebody else changed meanwhile: both values, who and when, and the choice between them. */
export function SectionConflicts({ conflicts, saver, placeOf }: SectionConflictsProps): ReactNode {
  return conflicts.map((conflict) =>
    headingOfAnchor(conflict.cellKey) === null ? (
      <CellConflictAlert key={conflict.cellKey} conflict={conflict} saver={saver} place={placeOf(conflict.cellKey)} />
    ) : (
      <TextConflictAlert key={conflict.cellKey} conflict={conflict} saver={saver} place={placeOf(conflict.cellKey)} />
    ),
  );
}

type OneConflictProps = { conflict: CellConflict; saver: CellSaver; place: string };

function CellConflictAlert({ conflict, saver, place }: OneConflictProps): ReactNode {
  const t = useTranslations("section.conflict");
  const mine = formatFigure(conflict.mine) || t("blank");
  const theirs = formatFigure(conflict.theirs) || t("blank");
  const when = formatClock(new Date(conflict.at)).slice(0, 5);
  return (
    <Alert
      variant="warning"
      isAnnounced
      actions={
        <>
          <Button size="sm" onClick={() => saver.takeTheirs(conflict.cellKey)}>
            {t("useTheirs", { theirs })}
          </Button>
          <Button size="sm" onClick={() => saver.keepMine(conflict.cellKey)}>
            {t("keepMine", { mine })}
          </Button>
        </>
      }
    >
      {t.rich("one", { ...bold, place, mine, theirs, who: conflict.by, isOwn: conflict.isOwn ? "yes" : "no", when })}
    </Alert>
  );
}

function TextConflictAlert({ conflict, saver, place }: OneConflictProps): ReactNode {
  const t = useTranslations("section.conflict");
  const [isOpen, setOpen] = useState(false);
  const when = formatClock(new Date(conflict.at)).slice(0, 5);
  return (
    <>
      <Alert
        variant="warning"
        isAnnounced
        actions={
          <>
            <Button size="sm" variant="ghost" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t("showDifference")}
            </Button>
            <Button size="sm" onClick={() => saver.takeTheirs(conflict.cellKey)}>
              {t("useTheirText")}
            </Button>
            <Button size="sm" onClick={() => saver.keepMine(conflict.cellKey)}>
              {t("keepMyText")}
            </Button>
          </>
        }
      >
        {t.rich("text", { ...bold, place, who: conflict.by, isOwn: conflict.isOwn ? "yes" : "no", when })}
      </Alert>
      {isOpen ? (
        <Card className="grid md:grid-cols-2">
          <CardContent>
            <h3 className="text-sm font-bold">{t("theirText")}</h3>
            <p className="max-w-text whitespace-pre-wrap">{conflict.theirs ?? ""}</p>
          </CardContent>
          <CardContent className="border-line max-md:border-t md:border-l">
            <h3 className="text-sm font-bold">{t("myText")}</h3>
            <p className="max-w-text whitespace-pre-wrap">{conflict.mine ?? ""}</p>
          </CardContent>
        </Card>
      ) : null}
    </>
  );
}
