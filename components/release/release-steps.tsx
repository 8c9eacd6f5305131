import { CheckIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StateIcon } from "@/components/ui/state-badge";

type StepState = "done" | "now" | "later";

type ReleaseStepProps = { number: number; title: string; state: StepState; children: ReactNode };

/** One step towards the published report; the one that is open now stands out. */
export function ReleaseStep({ number, title, state, children }: ReleaseStepProps): ReactNode {
  const t = useTranslations("release.step");
  return (
    <li className={`step step-${state}`} aria-current={state === "now" ? "step" : undefined}>
      <span className="step-n" aria-hidden="true">
        {state === "done" ? <CheckIcon className="size-3.5" /> : number}
      </span>
      <div className="step-b">
        <h2>
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
    <ul className="cond">
      {conditions.map(({ key, state, text, link }) => (
        <li key={key} className={state === "blocking" ? "text-danger" : undefined}>
          {state === "met" ? <CheckIcon className="text-ok" /> : <StateIcon state="error" />}
          <span className="min-w-0 flex-1">{text}</span>
          {link ? <Link href={link.href}>{link.label}</Link> : null}
        </li>
      ))}
    </ul>
  );
}
