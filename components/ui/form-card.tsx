import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";

type FormCardProps = {
  title: ReactNode;
  /** The way back to the page with nothing chosen. */
  close?: { href: string; label: string } | null;
  children: ReactNode;
};

/** One form, or a few that belong together, under a title. */
export function FormCard({ title, close, children }: FormCardProps): ReactNode {
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
        {close ? (
          <ButtonLink size="sm" variant="ghost" href={close.href}>
            {close.label}
          </ButtonLink>
        ) : null}
      </CardHeader>
      <CardContent>{children}</CardContent>
    </Card>
  );
}
