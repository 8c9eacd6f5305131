import { cva } from "class-variance-authority";
import { CheckIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { StateIcon } from "@/components/ui/state-badge";

type StepState = "done" | "now" | "later";

/** The circle with the step's number. */
const stepMark = cva("grid size-7 place-items-center rounded-full border-[1.5px] text-sm", {
  variants: {
    state: {
      done: "border-ok-line bg-ok-soft text-ok",
      now: "border-accent bg-accent font-bold text-white",
      later: "border-line-2 bg-surface text-ink-3",
    } satisfies Record<StepState, string>,
  },
});

type ReleaseStepProps = { number: number; title: string; state: StepState; children: ReactNode };

/** One step towards the published report; the one that is open now stands out. */
export function ReleaseStep({ number, title, state, children }: ReleaseStepProps): ReactNode {
  const t = useTranslations("release.step");
  return (
    <li
      className="group relative grid grid-cols-[auto_minmax(0,1fr)] gap-3.5 px-5 py-3.5 max-md:gap-2.5 max-md:px-4 max-md:py-3"
      data-state={state}
      aria-current={state === "now" ? "step" : undefined}
    >
      <span className="relative" aria-hidden="true">
        <span className={stepMark({ state })}>{state === "done" ? <CheckIcon className="size-3.5" /> : number}</span>
        {/* The line to the next step's circle. */}
        <i className="absolute top-8 -bottom-6 left-3.25 w-px bg-line-2 group-last:hidden max-md:-bottom-5.5" />
      </span>
      <div className="max-w-180">
        <h2 className={cn("mb-1 leading-7", state === "later" && "text-ink-2")}>
          {title}
          <span className="sr-only">（{t(state)}）</span>
        </h2>
        {children}
      </div>
    </li>
  );
}

export type Condition = {
  key: string;
  state: "met" | "blocking";
  text: string;
  link?: { label: string; href: string };
};

/** What must be settled before the report is fixed, each with the way there. */
export function ReleaseConditions({ conditions }: { conditions: readonly Condition[] }): ReactNode {
  return (
    <ul>
      {conditions.map(({ key, state, text, link }) => (
        <li key={key} className={cn("flex items-start gap-2 py-0.75", state === "blocking" && "text-danger")}>
          {state === "met" ? (
            <CheckIcon className="mt-0.75 text-ok" />
          ) : (
            <StateIcon state="error" className="mt-0.75" />
          )}
          <span className="min-w-0">{text}</span>
          {link ? (
            <Link className="whitespace-nowrap" href={link.href}>
              {link.label}
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
