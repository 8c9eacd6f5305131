import { MissingPage } from "@/components/shell/missing-page";
import { Page } from "@/components/ui/page";

/** The same within the frame of the signed-in pages, so that one finds the way on. */
export default function NotFoundPage() {
  return (
    <Page className="max-w-notice pt-12">
      <MissingPage />
    </Page>
  );
}
