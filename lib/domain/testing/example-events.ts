import type { DomainEvent } from "@/lib/domain/events";

const moment = "2020-01-16T16:00:00.000Z";
const versioned = { sectionId: "active", version: 2 } as const;
const changes = [
  { cellKey: "active.licensing.change", from: "5228", to: "223" },
  { cellKey: "active.licensing.decisions", from: null, to: "5228" },
];
const reason = "请核对两格";
const account = "财政局填报人";
const askedFrom = { account, source: "192.0.2.7", isKnownDevice: false };

/** One event of every type. */
export function exampleEvents(): DomainEvent[] {
  return [
    { type: "figures_saved", data: { sectionId: "active", changes } },
    {
      type: "paragraph_saved",
      data: { sectionId: "overview", headingKey: "platform", heading: "平台建设", characters: 240 },
    },
    { type: "section_declared_nil", data: { sectionId: "litigation", changes } },
    {
      type: "section_submitted",
      data: {
        ...versioned,
        receipt: "19-02-02-7K4M",
        isNil: false,
        hash: "ab12",
        awaitsSignature: false,
        isLate: true,
        unchangedReason: reason,
      },
    },
    { type: "section_signed", data: versioned },
    { type: "signature_declined", data: { ...versioned, reason } },
    { type: "submission_withdrawn", data: versioned },
    { type: "review_begun", data: versioned },
    { type: "review_released", data: versioned },
    { type: "submission_returned", data: { ...versioned, reason, comments: 1, dueAt: moment } },
    { type: "submission_approved", data: versioned },
    { type: "submission_reopened", data: { ...versioned, reason, dueAt: moment } },
    { type: "reopening_undone", data: versioned },
    { type: "comment_added", data: { ...versioned, anchor: "active.licensing.change", body: reason } },
    { type: "comment_resolved", data: { sectionId: "active", anchor: "paragraph:platform" } },
    { type: "warning_explained", data: { sectionId: "active", rule: "OUTLIER", findingId: "OUTLIER-1", body: "属实" } },
    { type: "explanation_accepted", data: { sectionId: "active", rule: "OUTLIER", findingId: "OUTLIER-1" } },
    { type: "report_warning_explained", data: { rule: "OUTLIER", findingId: "OUTLIER-2", body: "属实" } },
    {
      type: "note_chosen",
      data: { rule: "OUTLIER", findingId: "OUTLIER-1", unit: "财政局", note: "集中采购项目增加。" },
    },
    {
      type: "unit_report_imported",
      data: { year: 2019, title: "财政局2019年年度报告", hash: "ab34", body: "财政所", reason },
    },
    { type: "adjustment_proposed", data: { cellKey: "active.rules.made", amount: "-1", reason } },
    { type: "adjustment_signed", data: { cellKey: "active.rules.made", amount: "-1" } },
    { type: "adjustment_declined", data: { cellKey: "active.rules.made", amount: "-1" } },
    { type: "adjustment_withdrawn", data: { cellKey: "active.rules.made", amount: "-1" } },
    { type: "adjustment_revoked", data: { cellKey: "active.rules.made", amount: "-1", reason } },
    { type: "report_text_saved", data: { headingKey: "platform", heading: "平台建设", characters: 300 } },
    { type: "report_finalised", data: { version: 1, hash: "cd34" } },
    { type: "report_unlocked", data: { version: 1, reason } },
    { type: "report_published", data: { version: 1, hash: "cd34", verificationCode: "7K4M-19QW" } },
    { type: "report_superseded", data: { version: 1, by: 2 } },
    { type: "erratum_begun", data: { version: 2, reason } },
    { type: "erratum_called_off", data: { version: 2, reason } },
    { type: "report_imported", data: { year: 2018, title: "2018年年度报告", hash: "ef56" } },
    { type: "cycle_opened", data: { year: 2019, formatId: "2019", units: 8, carriedFrom: 2018 } },
    { type: "cycle_dates_changed", data: { year: 2019, part: "tables", from: moment, to: moment } },
    { type: "cycle_closed", data: { year: 2019 } },
    { type: "cycle_reopened", data: { year: 2019, reason } },
    { type: "due_date_extended", data: { sectionId: "litigation", from: moment, to: moment, reason } },
    { type: "unit_exempted", data: { year: 2019, reason } },
    { type: "unit_exemption_ended", data: { year: 2019 } },
    { type: "unit_included", data: { year: 2019 } },
    { type: "unit_reminded", data: { sections: ["active", "requests"] } },
    { type: "unit_added", data: { name: "财政局" } },
    { type: "unit_changed", data: { name: "财政金融局", before: "财政局", needsSignature: true } },
    { type: "unit_dissolved", data: { name: "财政局", on: "2019-11-05", reason, isCounted: true } },
    { type: "unit_restored", data: { name: "财政局" } },
    { type: "unit_removed", data: { name: "财政局" } },
    { type: "person_removed", data: { account, name: "王芳" } },
    { type: "person_added", data: { account, name: "王芳" } },
    { type: "person_renamed", data: { account, name: "王芳", before: "王方" } },
    { type: "person_deactivated", data: { account, name: "王芳" } },
    { type: "person_reactivated", data: { account, name: "王芳" } },
    { type: "role_granted", data: { account, role: "submitter" } },
    { type: "role_ended", data: { account, role: "submitter" } },
    { type: "sign_in_code_issued", data: { account } },
    { type: "password_set", data: { account } },
    { type: "signed_in", data: { ...askedFrom, isKnownDevice: true } },
    { type: "sign_in_failed", data: { ...askedFrom, what: "password" } },
    { type: "sign_in_slowed", data: { ...askedFrom, what: "code", counter: "source", seconds: 15 } },
    { type: "signed_out", data: { account } },
    { type: "sessions_ended", data: { account, sessions: 2 } },
    { type: "draft_downloaded", data: { version: 1, format: "pdf" } },
    { type: "district_set_up", data: { name: "青岛前湾保税港区", office: "工委管委办公室" } },
    { type: "outline_changed", data: { year: 2019, heading: "平台建设" } },
    { type: "contact_changed", data: { office: "工委管委办公室" } },
    { type: "letterhead_uploaded", data: { fileName: "红头.docx", hash: "a1b2", before: "" } },
    { type: "letterhead_removed", data: { fileName: "红头.docx" } },
  ];
}
