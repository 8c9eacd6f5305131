import { ROLES, type Role } from "@/lib/domain/access";
import { foldName } from "@/lib/domain/fold-name";
import { LANGUAGES, type Language } from "@/lib/domain/language";
import { ORGANISATION_KINDS, type OrganisationKind } from "@/lib/domain/organisation";

/** The columns of the two tables that units and people are brought in and taken out by, in their order. */
export const STAFF_COLUMNS = {
  units: ["name", "kind", "position", "needsSignature"],
  people: ["unit", "name", "account", "email", "role", "from", "until"],
} as const;
export type StaffTableName = keyof typeof STAFF_COLUMNS;
export type StaffColumn<Table extends StaffTableName> = (typeof STAFF_COLUMNS)[Table][number];

type Words = Readonly<Record<Language, string>> & { others?: readonly string[] };

/** What the columns are called where we write them, and what else offices call them. */
export const STAFF_HEADS: { readonly [Table in StaffTableName]: Readonly<Record<StaffColumn<Table>, Words>> } = {
  units: {
    name: { "zh-CN": "单位名称", en: "Unit", others: ["单位", "名称", "单位全称", "部门", "unit name", "name"] },
    kind: { "zh-CN": "类别", en: "Kind", others: ["单位类别", "性质", "类型", "type"] },
    position: { "zh-CN": "序号", en: "Position", others: ["排序", "顺序", "order", "no."] },
    needsSignature: { "zh-CN": "负责人签字", en: "Head signs", others: ["须签字", "签字", "signature"] },
  },
  people: {
    unit: { "zh-CN": "单位", en: "Unit", others: ["单位名称", "所在单位", "所属单位", "部门"] },
    name: { "zh-CN": "姓名", en: "Name", others: ["名字"] },
    account: { "zh-CN": "账号", en: "Account", others: ["帐号", "登录名", "用户名", "user"] },
    email: { "zh-CN": "邮箱", en: "E-mail", others: ["电子邮箱", "电子邮件", "邮件", "email", "mail"] },
    role: { "zh-CN": "岗位", en: "Role", others: ["角色", "职务"] },
    from: { "zh-CN": "开始日期", en: "From", others: ["开始", "起始日期", "从哪天起", "起"] },
    until: { "zh-CN": "结束日期", en: "Until", others: ["结束", "截止日期", "到哪天止", "止", "last day"] },
  },
};

/** The sheet of a workbook, and the start of a file's name. */
export const STAFF_SHEETS: Readonly<Record<StaffTableName, Readonly<Record<Language, string>>>> = {
  units: { "zh-CN": "单位", en: "Units" },
  people: { "zh-CN": "人员", en: "People" },
};

/** What cells say; the pages use the same words. */
export const ROLE_WORDS: Readonly<Record<Role, Words>> = {
  submitter: { "zh-CN": "填报人", en: "submitter", others: ["填报员", "经办人"] },
  head: { "zh-CN": "部门负责人", en: "head of unit", others: ["head"] },
  reviewer: { "zh-CN": "审核人", en: "reviewer", others: ["审核员"] },
  editor: { "zh-CN": "统稿人", en: "editor" },
  director: { "zh-CN": "办公室负责人", en: "director" },
  admin: { "zh-CN": "管理员", en: "administrator", others: ["admin"] },
  auditor: { "zh-CN": "审计员", en: "auditor" },
};
export const KIND_WORDS: Readonly<Record<Exclude<OrganisationKind, "district">, Words>> = {
  office: { "zh-CN": "本机关", en: "own unit", others: ["office"] },
  department: { "zh-CN": "部门", en: "department" },
  township: { "zh-CN": "街道、镇", en: "township", others: ["街道", "镇", "乡", "乡镇", "镇街", "街镇", "街道、乡镇"] },
  government: { "zh-CN": "下级政府", en: "government below" },
};
export const YES_NO_WORDS: Readonly<Record<"yes" | "no", Words>> = {
  yes: { "zh-CN": "是", en: "yes", others: ["√", "y", "1", "true", "要", "需要"] },
  no: { "zh-CN": "否", en: "no", others: ["×", "n", "0", "false", "不要", "不需要"] },
};

const matches = (words: Words, text: string): boolean =>
  [...LANGUAGES.map((language) => words[language]), ...(words.others ?? [])].some(
    (word) => foldName(word) === foldName(text),
  );

/** The role that a cell names, in any language and however it is spaced; null for another word. */
export function readRole(text: string): Role | null {
  return ROLES.find((role) => matches(ROLE_WORDS[role], text)) ?? null;
}

/** The kind of unit that a cell names; null for another word. */
export function readKind(text: string): Exclude<OrganisationKind, "district"> | null {
  const kinds = ORGANISATION_KINDS.flatMap((kind) => (kind === "district" ? [] : [kind]));
  return kinds.find((kind) => matches(KIND_WORDS[kind], text)) ?? null;
}

/** Whether a cell says yes; null where it says neither yes nor no. */
export function readYesNo(text: string): boolean | null {
  if (matches(YES_NO_WORDS.yes, text)) return true;
  return matches(YES_NO_WORDS.no, text) ? false : null;
}

/** The column that a head names in this table. */
export function readHead<Table extends StaffTableName>(table: Table, text: string): StaffColumn<Table> | null {
  const heads = Object.entries<Words>(STAFF_HEADS[table]);
  const column = heads.find(([, words]) => matches(words, text))?.[0];
  return columnsOf(table).find((candidate) => candidate === column) ?? null;
}

function columnsOf<Table extends StaffTableName>(table: Table): readonly StaffColumn<Table>[] {
  return STAFF_COLUMNS[table];
}
