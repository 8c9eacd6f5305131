"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import type { CellSaver } from "@/components/saving/cell-saver";
import { useCellView } from "@/components/saving/use-cell-saver";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Description, DescriptionList } from "@/components/ui/description-list";
import { Drawer } from "@/components/ui/dialog";
import { Empty } from "@/components/ui/empty";
import { Remark } from "@/components/ui/remark";
import { Spinner } from "@/components/ui/spinner";
import type { Figures } from "@/lib/domain/cell";
import type { CellHistoryEntry } from "@/lib/domain/cell-history";
import { subtractDecimals } from "@/lib/domain/decimal";
import { readFigure } from "@/lib/domain/figure";
import { formatMoment } from "@/lib/i18n/dates";
import { formatDifference, formatFigure } from "@/lib/i18n/numbers";

/** Asks the server what became of a cell. */
export type CellHistoryCall = (input: {
  submissionId: string;
  cellKey: string;
}) => Promise<
  | { status: "done"; result: CellHistoryEntry[] }
  | { status: "refused"; message: string }
  | { status: "invalid" | "signed_out" }
>;

export type CellHistoryProps = {
  submissionId: string;
  cellKey: string;
  cellName: string;
  saver: CellSaver;
  /** The year before, by the same keys; null where nothing is known of it. */
  previous: { year: number; figures: Figures } | null;
  load: CellHistoryCall;
  onClose: () => void;
};

type Loaded =
  | { state: "loading" }
  | { state: "there"; entries: readonly CellHistoryEntry[] }
  | { state: "failed"; why: string | null };

/** What became of one cell: its value now and last year, and every change of it with who, when and in which version. */
export function CellHistory(props: CellHistoryProps): ReactNode {
  const { submissionId, cellKey, cellName, load, onClose } = props;
  const t = useTranslations("section.history");
  const [loaded, setLoaded] = useState<Loaded>({ state: "loading" });
  const [attempt, setAttempt] = useState(1);

  useEffect(() => {
    let isShown = attempt > 0;
    const lookUp = async () => {
      const next = await loadEntries(load, submissionId, cellKey);
      if (isShown) setLoaded(next);
    };
    void lookUp();
    return () => {
      isShown = false;
    };
  }, [load, submissionId, cellKey, attempt]);

  return (
    <Drawer open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())} title={t("title")} kicker={cellName}>
      <CellNow {...props} />
      {loaded.state === "loading" ? (
        <p className="flex items-center gap-2 px-4 py-3 text-ink-2" role="status">
          <Spinner />
          {t("loading")}
        </p>
      ) : null}
      {loaded.state === "failed" ? (
        <Alert
          variant="warning"
          isAnnounced
          className="m-4"
          actions={
            <Button
              size="sm"
              onClick={() => {
                setLoaded({ state: "loading" });
                setAttempt((before) => before + 1);
              }}
            >
              {t("again")}
            </Button>
          }
        >
          {loaded.why ?? t("failed")}
        </Alert>
      ) : null}
      {loaded.state === "there" ? <Entries entries={loaded.entries} /> : null}
    </Drawer>
  );
}

async function loadEntries(load: CellHistoryCall, submissionId: string, cellKey: string): Promise<Loaded> {
  try {
    const answer = await load({ submissionId, cellKey });
    if (answer.status === "done") return { state: "there", entries: answer.result };
    return { state: "failed", why: "message" in answer ? answer.message : null };
  } catch {
    return { state: "failed", why: null };
  }
}

function CellNow({ cellKey, saver, previous }: CellHistoryProps): ReactNode {
  const t = useTranslations("section.history");
  const { written } = useCellView(saver, cellKey);
  const now = readFigure(written);
  const before = readFigure(previous?.figures[cellKey]);
  const difference =
    now.kind === "number" && before.kind === "number"
      ? formatDifference(subtractDecimals(now.value, before.value))
      : null;
  return (
    <DescriptionList className="border-b border-line px-4 py-3">
      <Description term={t("now")} className="font-bold">
        <Value value={written} />
      </Description>
      {previous ? (
        <Description term={t("lastYear", { year: String(previous.year) })}>
          <Value value={previous.figures[cellKey] ?? null} />
        </Description>
      ) : null}
      {difference === null ? null : <Description term={t("difference")}>{difference}</Description>}
    </DescriptionList>
  );
}

function Entries({ entries }: { entries: readonly CellHistoryEntry[] }): ReactNode {
  const t = useTranslations("section.history");
  const locale = useLocale();
  const [now] = useState(() => new Date());
  if (entries.length === 0) return <Empty title={t("none")}>{t("noneText")}</Empty>;
  return (
    <ol>
      {entries.map(({ id, at, by, how, from, to, version }) => (
        <Remark key={id}>
          <p>
            <Value value={from} /> →{" "}
            <b>
              <Value value={to} />
            </b>
          </p>
          <p className="text-sm text-ink-2">{t("by", { who: by, when: formatMoment(at, now, locale) })}</p>
          <p className="text-sm text-ink-2">
            {how === "figures_saved" ? null : `${t(`how.${how}`)} `}
            {version === null ? t("inNoVersion") : t("inVersion", { version })}
          </p>
        </Remark>
      ))}
    </ol>
  );
}

function Value({ value }: { value: string | null }): ReactNode {
  const t = useTranslations("section.history");
  return formatFigure(value) || t("blank");
}
