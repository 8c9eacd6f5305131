import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { realStatutoryDate } from "@/lib/domain/cycle";
import type { Overview } from "@/lib/domain/overview";
import { sumProgress } from "@/lib/domain/progress";
import { formatDay, formatShortDueDay } from "@/lib/i18n/dates";
import { FIELD, gridCounts, isOnAxis, placeLabels, rangeOf, stepPath, xOf, yOf } from "./overview-chart-layout";

/** Labels nearer than this would cover each other. */
const GAP_ABOVE = 62;
const GAP_BELOW = 40;

/** How many sections were handed in and approved, day by day, against the deadlines. */
export function OverviewChart({ overview, now }: { overview: Overview; now: Date }): ReactNode {
  const t = useTranslations("overview.chart");
  const { cycle, steps, sections } = overview;
  const { total } = sumProgress(sections);
  const deadlines = [cycle.tablesDueAt, cycle.narrativeDueAt, cycle.statutoryDueAt];
  const range = rangeOf({ openedAt: cycle.openedAt, deadlines, steps, now, total });
  const until = now < range.to ? now : range.to;
  const last = steps.at(-1);
  const [handedIn, approved] = [last?.handedIn ?? 0, last?.approved ?? 0];
  const x = xOf(range, until);
  const approvedPath = stepPath(
    range,
    steps.map(({ at, approved: count }) => ({ at, count })),
    until,
  );
  return (
    <figure className="max-2xl:max-w-form">
      <svg
        className="w-full"
        viewBox={`0 0 ${FIELD.width} ${FIELD.height}`}
        role="img"
        aria-label={t("label", { total, handedIn, approved })}
        fontSize="12"
        fill="var(--color-ink-3)"
      >
        <Grid range={range} />
        <path d={`${approvedPath}V${FIELD.bottom}H${FIELD.left}Z`} fill="var(--color-ok-soft)" />
        <path d={approvedPath} fill="none" stroke="var(--color-ok)" strokeWidth="2" />
        <path
          d={stepPath(
            range,
            steps.map(({ at, handedIn: count }) => ({ at, count })),
            until,
          )}
          fill="none"
          stroke="var(--color-accent)"
          strokeWidth="2"
        />
        <Deadlines overview={overview} range={range} now={now} />
        <circle cx={x} cy={yOf(range, handedIn)} r="3.5" fill="var(--color-accent)" />
        <circle cx={x} cy={yOf(range, approved)} r="3.5" fill="var(--color-ok)" />
        <Pace overview={overview} range={range} from={until} handedIn={handedIn} />
        <SeriesLabels x={x} handedIn={handedIn} approved={approved} range={range} />
      </svg>
    </figure>
  );
}

type Range = ReturnType<typeof rangeOf>;

function Grid({ range }: { range: Range }): ReactNode {
  return gridCounts(range.total).map((count) => {
    const y = yOf(range, count);
    const isTop = count === range.total;
    return (
      <g key={count}>
        <path d={`M${FIELD.left} ${y}H${FIELD.right}`} stroke={isTop ? "var(--color-field)" : "var(--color-line)"} />
        <text x={FIELD.left - 6} y={y + 4} textAnchor="end">
          {count}
        </text>
      </g>
    );
  });
}

function Deadlines({ overview, range, now }: { overview: Overview; range: Range; now: Date }): ReactNode {
  const t = useTranslations("overview.chart");
  const locale = useLocale();
  const { cycle } = overview;
  const day = (due: Date) => formatShortDueDay(due, now, locale);
  const isOne = cycle.tablesDueAt.getTime() === cycle.narrativeDueAt.getTime();
  const deadlines = [
    {
      key: "statutory",
      at: cycle.statutoryDueAt,
      text: t(realStatutoryDate(cycle) ? "statutoryMoved" : "statutory", { day: day(cycle.statutoryDueAt) }),
    },
    { key: "tables", at: cycle.tablesDueAt, text: isOne ? t("due") : t("tables") },
    ...(isOne ? [] : [{ key: "narrative", at: cycle.narrativeDueAt, text: t("narrative") }]),
  ].flatMap((deadline) => (isOnAxis(range, deadline.at) ? [{ ...deadline, x: xOf(range, deadline.at) }] : []));
  const above = new Set(placeLabels(deadlines, GAP_ABOVE).map((label) => label.key));
  const below = placeLabels(
    [
      ...(now < range.to
        ? [
            { key: "to", x: FIELD.right, text: day(range.to) },
            { key: "now", x: xOf(range, now), text: t("today") },
          ]
        : [{ key: "now", x: FIELD.right, text: t("today") }]),
      ...deadlines.filter(({ key }) => key !== "statutory").map(({ key, x, at }) => ({ key, x, text: day(at) })),
      { key: "from", x: FIELD.left, text: formatDay(range.from, now, locale) },
    ],
    GAP_BELOW,
  );
  return (
    <>
      {deadlines.map(({ key, x, text }) => {
        const colour = key === "statutory" ? "var(--color-danger)" : "var(--color-warn)";
        return (
          <g key={key}>
            <path d={`M${x} 18V${FIELD.bottom}`} stroke={colour} />
            {above.has(key) ? (
              <text x={x} y="12" textAnchor="middle" fill={colour}>
                {text}
              </text>
            ) : null}
          </g>
        );
      })}
      {below.map(({ key, x, text }) => (
        <text key={key} x={x} y={FIELD.bottom + 18} textAnchor="middle">
          {text}
        </text>
      ))}
    </>
  );
}

/** What it takes to have everything in by the last of the office's own deadlines. */
function Pace(props: { overview: Overview; range: Range; from: Date; handedIn: number }): ReactNode {
  const t = useTranslations("overview.chart");
  const { overview, range, from, handedIn } = props;
  const due = new Date(Math.max(overview.cycle.tablesDueAt.getTime(), overview.cycle.narrativeDueAt.getTime()));
  if (handedIn >= range.total || from >= due) return null;
  const [x, y] = [xOf(range, due), FIELD.top];
  return (
    <>
      <path
        d={`M${xOf(range, from)} ${yOf(range, handedIn)}L${x} ${y}`}
        stroke="var(--color-ink-3)"
        strokeDasharray="3 3"
      />
      {x < FIELD.right - 90 ? (
        <text x={x + 8} y={y + 15}>
          {t("pace")}
        </text>
      ) : null}
    </>
  );
}

function SeriesLabels(props: { x: number; handedIn: number; approved: number; range: Range }): ReactNode {
  const t = useTranslations("overview.chart");
  const { x, handedIn, approved, range } = props;
  const isAtEnd = x > FIELD.right - 80;
  const place = { x: isAtEnd ? x - 8 : x + 8, textAnchor: isAtEnd ? ("end" as const) : ("start" as const) };
  const upper = Math.min(yOf(range, handedIn) + 4, FIELD.bottom - 20);
  const lower = Math.max(yOf(range, approved) + 4, upper + 17);
  return (
    <g fontWeight="600" paintOrder="stroke" stroke="var(--color-ground)" strokeWidth="4" strokeLinejoin="round">
      <text {...place} y={upper} fill="var(--color-accent)">
        {t("handedIn", { count: handedIn })}
      </text>
      <text {...place} y={lower} fill="var(--color-ok)">
        {t("approved", { count: approved })}
      </text>
    </g>
  );
}
