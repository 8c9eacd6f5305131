"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { getSection } from "@/lib/domain/format-cells";
import { SectionRules } from "./section-guide";
import type { SectionPanelProps } from "./section-panel-props";
import { OneComment, SectionTodo } from "./section-todo";

/** Beside the form: what is to be done, what the reviewer noted, how it is filled in. */
export function SectionPanel(props: SectionPanelProps): ReactNode {
  const { comments, format, sectionId, year, todo } = props;
  const t = useTranslations("section.panel");
  const [open, setOpen] = useState("todo");
  const openComments = comments.filter((comment) => comment.resolved === null);
  const waiting =
    todo.errors.length +
    todo.warnings.length +
    todo.infos.length +
    (todo.blanks.length > 0 ? 1 : 0) +
    (props.blanksAsZero.length > 0 ? 1 : 0) +
    openComments.length;
  return (
    <Card>
      <Tabs value={open} onValueChange={setOpen}>
        <TabsList aria-label={t("label")} className="noscript:hidden">
          <TabsTrigger value="todo" count={waiting > 0 ? waiting : undefined}>
            {t("todo")}
          </TabsTrigger>
          <TabsTrigger value="comments" count={comments.length > 0 ? comments.length : undefined}>
            {t("comments")}
          </TabsTrigger>
          <TabsTrigger value="guide">{t("guide")}</TabsTrigger>
        </TabsList>
        <TabsContent value="todo">
          <SectionTodo {...props} comments={openComments} isEmpty={waiting === 0} />
        </TabsContent>
        <TabsContent value="comments">
          <CommentList {...props} />
        </TabsContent>
        <TabsContent value="guide">
          <SectionRules section={getSection(format, sectionId)} year={year} />
        </TabsContent>
      </Tabs>
      <noscript>
        <h3 className="border-t border-line px-4 pt-3 text-sm font-bold">{t("comments")}</h3>
        <CommentList {...props} />
        <h3 className="border-t border-line px-4 pt-3 text-sm font-bold">{t("guide")}</h3>
        <SectionRules section={getSection(format, sectionId)} year={year} />
      </noscript>
    </Card>
  );
}

function CommentList(props: SectionPanelProps): ReactNode {
  const t = useTranslations("section.panel");
  if (props.comments.length === 0) return <Empty title={t("noComments")}>{t("noCommentsText")}</Empty>;
  return (
    <ul>
      {props.comments.map((comment) => (
        <OneComment key={comment.id} comment={comment} {...props} />
      ))}
    </ul>
  );
}
