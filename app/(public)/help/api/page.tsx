import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ApiCall, type ApiCallWords } from "@/components/api/api-call";
import { PublicPage } from "@/components/public/public-page";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { API_PREFIX } from "@/lib/domain/api-address";
import { listCallProblems, listRefusalsByStatus } from "@/lib/web/api/problem";
import { listApiParts } from "@/lib/web/api/reference";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api.page"))("title") };
}

/** What programs can call, to be read and tried. */
export default async function ApiHelpPage() {
  const t = await getTranslations("api.page");
  const problem = await getTranslations("refusals.problem");
  const locale = await getLocale();
  const parts = await listApiParts(locale);
  const words: ApiCallWords = {
    ...{ sends: t("sends"), answers: t("answers"), tryIt: t("tryIt") },
    ...{ token: t("token"), tokenHint: t("tokenHint"), body: t("body"), send: t("send") },
    ...{ answer: t("answer"), failed: t("failed") },
  };
  return (
    <PublicPage district={null} width="list">
      <h1>{t("title")}</h1>
      <div className="mt-2 max-w-190 space-y-2 text-ink-2">
        <p>{t("lead")}</p>
        <p>{t("problems")}</p>
        <p>{t("again")}</p>
        <p>
          <a href={routes.apiDocument(locale)}>{t("document")}</a>
        </p>
      </div>
      {parts.map(({ tag, title, calls }) => (
        <Card key={tag} className="mt-4">
          <CardHeader>
            <CardTitle>{title}</CardTitle>
          </CardHeader>
          {calls.map((call) => (
            <ApiCall
              key={call.id}
              call={call}
              who={call.scopes.length === 0 ? t("anybody") : t("scope", { scopes: call.scopes.join(" / ") })}
              prefix={API_PREFIX}
              words={words}
            />
          ))}
        </Card>
      ))}
      <h2 className="mt-6">{t("codes")}</h2>
      <p className="mt-2 mb-4 max-w-190 text-ink-2">{t("codesText")}</p>
      <Card>
        <Table
          caption={t("codes")}
          rows={listCallProblems()}
          rowKey={({ code }) => code}
          columns={[
            { key: "code", head: "code", isRowHead: true, cell: ({ code }) => <code id={code}>{code}</code> },
            { key: "status", head: t("status"), cell: ({ status }) => status },
            { key: "detail", head: t("means"), cell: ({ code }) => problem(code) },
          ]}
        />
      </Card>
      <h2 className="mt-6">{t("refusals")}</h2>
      <p className="mt-2 mb-4 max-w-190 text-ink-2">{t("refusalsText")}</p>
      <Card>
        <Table
          caption={t("refusals")}
          rows={listRefusalsByStatus()}
          rowKey={({ status }) => String(status)}
          columns={[
            { key: "status", head: t("status"), isRowHead: true, cell: ({ status }) => status },
            {
              key: "codes",
              head: "code",
              cell: ({ codes }) => (
                <ul className="flex flex-wrap gap-x-4 gap-y-1">
                  {codes.map((code) => (
                    <li key={code} id={code} className="font-mono text-sm">
                      {code}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </Card>
    </PublicPage>
  );
}
