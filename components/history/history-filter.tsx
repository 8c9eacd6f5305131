import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonVariants } from "@/components/ui/button-variants";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldSet } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { EVENT_KINDS, type EventKind } from "@/lib/domain/events/event-rows";

type Named = { id: string; name: string };
/** Of very many names only those that stand in the list now. */
type Choices = { offered: readonly Named[]; isCut: boolean };

type HistoryFilterProps = {
  path: string;
  units: Choices;
  people: Choices | null;
  chosen: {
    unit: string;
    person: string;
    kinds: readonly EventKind[];
    from: string;
    to: string;
    submission: string | null;
  };
};

/** What one looks for in the history. A plain form whose answer has its own address. */
export function HistoryFilter({ path, units, people, chosen }: HistoryFilterProps): ReactNode {
  const t = useTranslations("history.filter");
  const kind = useTranslations("events.kind");
  const choicesOf = ({ offered }: Choices, all: string) => [
    { value: "", label: all },
    ...offered.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const hintOf = ({ isCut }: Choices) => (isCut ? t("onlyShown") : undefined);
  return (
    <form className="rounded-md border border-line bg-surface p-4" action={path} method="get" aria-label={t("label")}>
      {chosen.submission ? <input type="hidden" name="submission" value={chosen.submission} /> : null}
      {units.isCut || units.offered.length > 1 ? (
        <SelectField
          id="history-unit"
          name="unit"
          label={t("unit")}
          hint={hintOf(units)}
          choices={choicesOf(units, t("allUnits"))}
          defaultValue={chosen.unit}
        />
      ) : null}
      {people ? (
        <SelectField
          className="mt-3"
          id="history-person"
          name="person"
          label={t("person")}
          hint={hintOf(people)}
          choices={choicesOf(people, t("allPeople"))}
          defaultValue={chosen.person}
        />
      ) : null}
      <FieldSet className="mt-3" id="history-kind" label={t("kind")}>
        <div className="max-md:grid max-md:grid-cols-2 max-md:gap-x-3">
          {EVENT_KINDS.map((eventKind) => (
            <Checkbox
              key={eventKind}
              className="mt-1.25 flex first:mt-0 max-md:mt-0"
              name="kind"
              value={eventKind}
              defaultChecked={chosen.kinds.length === 0 || chosen.kinds.includes(eventKind)}
            >
              {kind(eventKind)}
            </Checkbox>
          ))}
        </div>
      </FieldSet>
      <TextField
        className="mt-3"
        id="history-from"
        name="from"
        type="date"
        label={t("from")}
        defaultValue={chosen.from}
      />
      <TextField className="mt-2" id="history-to" name="to" type="date" label={t("to")} defaultValue={chosen.to} />
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <button type="submit" className={buttonVariants()}>
          {t("apply")}
        </button>
        <a className={buttonVariants({ variant: "ghost" })} href={path}>
          {t("clear")}
        </a>
      </div>
    </form>
  );
}
