"use client";

import { Content, List, Root, Trigger } from "radix-ui/tabs";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { TABS } from "@/components/ui/tabs-variants";

/** Several panels in one place, one of them in sight. Tabs that change the address are `TabLinks`. */
export function Tabs(props: ComponentProps<typeof Root>): ReactNode {
  return <Root {...props} />;
}

export function TabsList({ className, ...rest }: ComponentProps<typeof List>): ReactNode {
  return <List className={cn(TABS.list, className)} {...rest} />;
}

type TabsTriggerProps = ComponentProps<typeof Trigger> & { count?: number | undefined };

export function TabsTrigger({ count, className, children, ...rest }: TabsTriggerProps): ReactNode {
  return (
    <Trigger className={cn(TABS.tab, className)} {...rest}>
      {children}
      {count === undefined ? null : <span className={TABS.count}>{count}</span>}
    </Trigger>
  );
}

export function TabsContent(props: ComponentProps<typeof Content>): ReactNode {
  return <Content {...props} />;
}
