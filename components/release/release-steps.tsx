import { CheckIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { StateIcon } from "@/components/ui/state-badge";

type StepState = "done" | "now" | "later";

type ReleaseStepProps = { number: number; title: string; state: StepState; children: ReactNode };

/** One step towards the published report; the one that is open now stands out. */
export function ReleaseStep({ number, title, state, children }: ReleaseStepProps): ReactNode {
  const t = useTranslations("release.step");
  return (
    <li
      className="group/step relative grid grid-cols-[--spacing(7)_minmax(0,1fr)] gap-3.5 px-5 py-3.5 before:absolute before:top-11.5 before:-bottom-2.5 before:left-8.25 before:w-px before:bg-line-2 last:before:hidden max-md:gap-2.5 max-md:px-4 max-md:py-3 max-md:before:left-7.25"
      data-state={state}
      aria-current={state === "now" ? "step" : undefined}
    >
      <span
        className="grid size-7 place-items-center rounded-full border-[1.5px] border-line-2 bg-surface text-sm text-ink-3 group-data-[state=done]/step:border-ok-line group-data-[state=done]/step:bg-ok-soft group-data-[state=done]/step:text-ok group-data-[state=now]/step:border-accent group-data-[state=now]/step:bg-accent group-data-[state=now]/step:font-bold group-data-[state=now]/step:text-white"
        aria-hidden="true"
      >
        {state === "done" ? <CheckIcon className="size-3.5" /> : number}
      </span>
      <div className="max-w-180">
        <h2 className="mb-1 leading-7 group-data-[state=later]/step:text-ink-2">
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
