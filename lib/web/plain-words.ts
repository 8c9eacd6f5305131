import enFault from "../i18n/messages/en/fault.json" with { type: "json" };
import enRejected from "../i18n/messages/en/rejected.json" with { type: "json" };
import zhFault from "../i18n/messages/zh-CN/fault.json" with { type: "json" };
import zhRejected from "../i18n/messages/zh-CN/rejected.json" with { type: "json" };

/**
 * The words of plain pages, for the process itself, which reads JSON as Node does; the app's bundle reads it as
 * messages. Those of a failed page are apart, because every page's script brings them.
 */
export const PLAIN_WORDS = { zh: { ...zhFault, ...zhRejected }, en: { ...enFault, ...enRejected } };
