"use client";

import { Content, List, Root, Trigger } from "radix-ui/tabs";
import type { ReactNode } from "react";

export type Tab = { key: string; label: string; count?: number; icon?: ReactNode; panel: ReactNode };

type TabsProps = {
  label: string;
  tabs: readonly Tab[];
  initial?: string;
  /** Given together, the page decides which tab is open. */
  open?: string;
  onOpen?: (key: string) => void;
};

/** Several panels in one place, one of them in sight. Tabs that change the address are links in a `nav.tabs`. */
export function Tabs({ label, tabs, initial, open, onOpen }: TabsProps): ReactNode {
  const first = initial ?? tabs[0]?.key ?? "";
  return (
    <Root
      activationMode="automatic"
      {...(open === undefined ? { defaultValue: first } : { value: open })}
      {...(onOpen ? { onValueChange: onOpen } : {})}
    >
      <List className="tabs" aria-label={label}>
        {tabs.map(({ key, label: name, count, icon }) => (
          <Trigger key={key} value={key}>
            {name}
            {icon}
            {count === undefined ? null : <span className="n">{count}</span>}
          </Trigger>
        ))}
      </List>
      {tabs.map(({ key, panel }) => (
        <Content key={key} value={key}>
          {panel}
        </Content>
      ))}
    </Root>
  );
}
