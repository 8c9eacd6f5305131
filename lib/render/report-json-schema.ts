import { z } from "zod";
import { PublishedReportSchema } from "@/lib/domain/published-report";

/** The published JSON Schema of the JSON file, from the same schema that reads it. */
export function reportJsonSchema(): string {
  const schema = z.toJSONSchema(PublishedReportSchema, { io: "output" });
  return `${JSON.stringify({ title: "nianbao.report/1", ...schema }, null, 2)}\n`;
}
