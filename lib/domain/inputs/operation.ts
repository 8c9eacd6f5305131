import { z } from "zod";
import { id, request } from "@/lib/domain/inputs/parts";

export const RetryJobSchema = z.object({ ...request, jobId: id });
export type RetryJobInput = z.output<typeof RetryJobSchema>;
