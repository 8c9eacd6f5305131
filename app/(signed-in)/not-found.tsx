import { MissingPage } from "@/components/shell/missing-page";

/** The same within the frame of the signed-in pages, so that one finds the way on. */
export default function NotFoundPage() {
  return (
    <div className="page notice">
      <MissingPage />
    </div>
  );
}
