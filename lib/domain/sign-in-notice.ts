import { z } from "zod";

export const SignInNoticeSchema = z.object({
  district: z.string(),
  year: z.number(),
  tablesDueAt: z.coerce.date(),
  narrativeDueAt: z.coerce.date(),
  statutoryDueAt: z.coerce.date(),
  office: z.string(),
  phone: z.string(),
  sections: z.array(z.object({ number: z.string(), title: z.string(), units: z.number(), isOfficeOnly: z.boolean() })),
});

export type SignInNotice = z.infer<typeof SignInNoticeSchema>;
