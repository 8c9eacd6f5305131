import type { Locale } from "@/lib/i18n/locale";
import type { Messages } from "@/lib/i18n/messages";

declare module "next-intl" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: next-intl is told its types by merging into this interface.
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
