"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ErrorSummary, type ErrorSummaryItem } from "@/components/ui/error-summary";
import { FieldSet } from "@/components/ui/field";
import { Radio } from "@/components/ui/radio";
import { TextareaField } from "@/components/ui/text-field";
import { HEAD_STATEMENTS, type HeadStatement } from "@/lib/domain/head-statement";
import { ANSWER_FIELDS } from "@/lib/domain/inputs/answer-fields";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { ActionState } from "@/lib/web/form-action";

type HeadStatementsProps = {
  /** What the form said to the last try; what was answered then stands again. */
  state: ActionState;
  /** The form that takes the answers along, where they stand outside of it. */
  form?: string | undefined;
};

/** What a unit's head answers for, each with yes or no; why not is asked where the answer is no, also without scripts. */
export function HeadStatements({ state, form }: HeadStatementsProps): ReactNode {
  const t = useTranslations("section.statements");
  const errors = state.status === "invalid" ? state.fieldErrors : {};
  const wrong = HEAD_STATEMENTS.flatMap((statement): ErrorSummaryItem[] => {
    const text = t(`of.${statement}`);
    if (errors[`${ANSWER_FIELDS.holds}${statement}`]) return [{ text, href: `#statement-${statement}` }];
    return errors[`${ANSWER_FIELDS.because}${statement}`] ? [{ text, href: `#statement-${statement}-because` }] : [];
  });
  return (
    <div>
      {wrong.length > 0 ? <ErrorSummary title={t("incomplete", { count: wrong.length })} items={wrong} /> : null}
      <p className="mt-2 text-sm text-ink-2">{t("lead")}</p>
      {HEAD_STATEMENTS.map((statement) => (
        <Statement key={statement} statement={statement} state={state} form={form} />
      ))}
    </div>
  );
}

function Statement({ statement, state, form }: HeadStatementsProps & { statement: HeadStatement }): ReactNode {
  const t = useTranslations("section.statements");
  const names = { holds: `${ANSWER_FIELDS.holds}${statement}`, because: `${ANSWER_FIELDS.because}${statement}` };
  const values = state.status === "invalid" || state.status === "refused" ? state.values : {};
  const errors = state.status === "invalid" ? state.fieldErrors : {};
  const id = `statement-${statement}`;
  const because = values[names.because];
  return (
    <FieldSet
      id={id}
      className="group/statement mt-3"
      label={<span className="font-normal text-pretty">{t(`of.${statement}`)}</span>}
      errors={errors[names.holds]}
    >
      <div className="flex flex-wrap gap-x-6">
        {(["yes", "no"] as const).map((answer) => (
          <Radio
            key={answer}
            name={names.holds}
            value={answer}
            form={form}
            defaultChecked={values[names.holds] === answer}
            aria-invalid={errors[names.holds] ? true : undefined}
          >
            {t(answer)}
          </Radio>
        ))}
      </div>
      <TextareaField
        id={`${id}-because`}
        className="mt-2 hidden group-has-[input[value=no]:checked]/statement:block"
        name={names.because}
        form={form}
        label={t("because")}
        hint={t("becauseHint")}
        limit={LIMIT.reason}
        defaultValue={typeof because === "string" ? because : ""}
        errors={errors[names.because]}
      />
    </FieldSet>
  );
}
