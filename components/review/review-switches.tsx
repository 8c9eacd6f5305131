"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useTransition } from "react";
import { Switch } from "@/components/ui/switch";

type LookSwitch = { key: string; label: string; isOn: boolean; href: string };

/** Ways of looking that are on or off; each has its own address. Without JavaScript they are links. */
export function ReviewSwitches({ switches }: { switches: readonly LookSwitch[] }): ReactNode {
  const t = useTranslations("review.look");
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <span className="flex items-center gap-4" aria-busy={isPending || undefined}>
      {switches.map(({ key, label, isOn, href }) => (
        <span key={key}>
          <Switch
            key={String(isOn)}
            defaultChecked={isOn}
            onChange={() => startTransition(() => router.replace(href, { scroll: false }))}
          >
            {label}
          </Switch>
          <noscript>
            <a className="text-xs" href={href}>
              {isOn ? t("turnOff") : t("turnOn")}
            </a>
          </noscript>
        </span>
      ))}
    </span>
  );
}
