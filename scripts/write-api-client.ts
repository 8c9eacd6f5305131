import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { clientText } from "@/lib/web/api/client-text";
import { openApiDocument } from "@/lib/web/api/openapi";
import { PROJECT_DIR } from "./project-dir";

/** Writes what the client knows of the interface. */
const document = await openApiDocument("en", { version: "1", origin: "http://localhost:3000" });
await writeFile(join(PROJECT_DIR, "lib/api-client/operations.ts"), clientText(document));
