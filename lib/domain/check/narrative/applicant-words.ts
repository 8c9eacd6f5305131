/** The columns of applicants that are no natural persons. */
export const LEGAL_PERSONS = ["business", "research", "welfare", "legal_service", "other_organisation"];
/** The words for the columns of table three. */
export const COLUMNS: readonly (readonly [readonly string[], string])[] = [
  [["natural_person"], "自然人 公民 公民个人 个人 自然人个人"],
  [["business"], "商业企业 企业 工商企业 商业企业类 企业类"],
  [["research"], "科研机构 科研单位 科研院所"],
  [["welfare"], "社会公益组织 公益组织 社会公益性组织 社会公益类组织 社会组织"],
  [["legal_service"], "法律服务机构 法律服务类机构 律师事务所等法律服务机构 律所等法律服务机构 律师事务所 律所"],
  [
    LEGAL_PERSONS,
    "法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人、其他组织 法人或其它组织 法人和其它组织 法人或组织 法人 法人组织 企业及其他组织 企业和其他组织 企业或其他组织 单位申请 法人单位 法人和组织 法人及组织 其他组织或法人",
  ],
];

/** The six columns of applicants. */
export const APPLICANTS = ["natural_person", ...LEGAL_PERSONS];
