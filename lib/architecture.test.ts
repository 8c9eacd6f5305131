import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { listExportedFunctions, listImportedValues } from "@/lib/testing/exported-functions";
import { ROUTE_GUARDS } from "@/lib/web/route-guards";

const ROOT = resolve(import.meta.dirname, "..");
const SOURCE_FOLDERS = ["app", "components", "db", "lib", "scripts"];

/** What may import what; the longest matching folder counts, a folder may always import itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "lib/domain": ["zod", "decimal.js", "diff"],
  "lib/formats": ["lib/domain"],
  "lib/charts": ["lib/domain", "charts"],
  // Copied by whoever writes a program against the interface: it stands alone.
  "lib/api-client": [],
  "lib/render": ["lib/domain", "lib/formats", "lib/charts", "lib/i18n", "lib/env", "files", "charts"],
  "lib/intake": ["lib/domain", "lib/formats", "files"],
  "lib/i18n": ["lib/domain", "lib/web/cookies", "next", "react", "node:"],
  "db/schema": ["lib/domain", "drizzle-orm", "zod"],
  "db/queries": ["db/schema", "db/connect", "db/prepared-query", "drizzle/meta", "lib/domain", "drizzle-orm", "zod"],
  "lib/services": [
    "db/queries",
    "db/connect",
    "lib/domain",
    "lib/formats",
    "lib/render",
    "lib/intake",
    "lib/env",
    "zod",
    "work",
  ],
  "lib/web": [
    "node:http",
    "node:fs",
    "node:path",
    "node:net",
    "node:util",
    "node:async_hooks",
    "node:diagnostics_channel",
    "negotiator",
    "prom-client",
    "node:crypto",
    "lib/domain",
    "lib/formats",
    "lib/render",
    "lib/services",
    "lib/single-sign-on",
    "lib/i18n",
    "lib/env",
    "db/queries",
    "db/connect",
    "db/replica",
    "next",
    "next-auth",
    "react",
    "zod",
  ],
  components: [
    "lib/domain",
    "lib/formats",
    "lib/i18n",
    "@simplewebauthn/browser",
    "react",
    "editor",
    "lib/charts",
    "charts",
    "next",
    "form",
  ],
  "lib/single-sign-on": ["zod", "openid-client"],
  "lib/channels": ["lib/domain", "lib/i18n", "lib/mail/word-delivery", "zod", "node:"],
  "lib/mail": ["lib/domain", "lib/i18n", "lib/render/markup", "lib/web/routes", "nodemailer"],
  "lib/jobs": [
    "lib/domain",
    "lib/mail",
    "lib/channels",
    "lib/services",
    "lib/web/database",
    "lib/web/log",
    "lib/env",
    "db/job-queue",
    "next",
    "node:timers",
  ],
  app: [
    "node:crypto",
    "next-auth",
    "components",
    "lib/domain",
    "lib/formats",
    "lib/services",
    "lib/jobs",
    "lib/web",
    "lib/single-sign-on",
    "lib/i18n",
    "lib/render",
    "lib/intake",
    "lib/env",
    "lib/product-version",
    "next",
    "react",
    "zod",
  ],
};

/** Packages by what they are for; everything else is named as it is. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  next: ["next", "next-intl", "server-only"],
  react: [
    "react",
    "react-dom",
    "radix-ui",
    "lucide-react",
    "class-variance-authority",
    "tailwind-merge",
    "idb",
    "@atlaskit/pragmatic-drag-and-drop",
  ],
  editor: ["@tiptap"],
  charts: ["d3-scale", "d3-shape"],
  files: [
    "docx",
    "hucre",
    "fflate",
    "parse5",
    "mammoth",
    "saxes",
    "unpdf",
    "@myriaddreamin/typst-ts-node-compiler",
    "zod",
    "node:",
  ],
  work: [
    "node:",
    "@simplewebauthn/server",
    "@node-rs/argon2",
    "@zxcvbn-ts/language-common",
    "rate-limiter-flexible",
    "otpauth",
    "uqr",
  ],
};

type Import = { file: string; target: string; isTypeOnly: boolean };

function listFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.d\.ts$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file) || file.includes("/testing/");
const FILES = SOURCE_FOLDERS.flatMap(listFiles).filter((file) => !isTest(file));
const textOf = (file: string): string => readFileSync(join(ROOT, file), "utf8");

function importsOf(file: string): Import[] {
  const pattern = /^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm;
  return [...textOf(file).matchAll(pattern)].map((match) => {
    const target = match[2] ?? "";
    const inside = target.startsWith("@/")
      ? target.slice(2)
      : target.startsWith(".")
        ? relative(ROOT, resolve(ROOT, dirname(file), target))
            .split(sep)
            .join("/")
            .replace(/\.tsx?$/, "")
        : target;
    return { file, target: inside, isTypeOnly: match[1] !== undefined };
  });
}

function folderOf(file: string): string | null {
  const folders = Object.keys(ALLOWED).filter((folder) => file.startsWith(`${folder}/`));
  return folders.toSorted((left, right) => right.length - left.length)[0] ?? null;
}

function isAllowed(folder: string, { target, isTypeOnly }: Import): boolean {
  const allowed = ALLOWED[folder] ?? [];
  if (target === folder || target.startsWith(`${folder}/`)) return true;
  // A form knows the state that its action gives back, and nothing else of the shell.
  if (isTypeOnly && allowed.includes("form") && target === "lib/web/form-action") return true;
  return allowed.some((name) =>
    (PACKAGES[name] ?? [name]).some(
      (allowedName) =>
        target === allowedName || target.startsWith(allowedName.endsWith(":") ? allowedName : `${allowedName}/`),
    ),
  );
}

/** Each way along imports, types too, that leads back to where it began. */
function listCircles(): string[] {
  const known = new Set(FILES);
  const imports = new Map(
    FILES.map((file) => [
      file,
      importsOf(file).flatMap(({ target }) =>
        [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`, target].filter((path) => known.has(path)),
      ),
    ]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const follow = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) circles.push([...way.slice(at), file].join(" → "));
    if (at >= 0 || done.has(file)) return;
    for (const next of imports.get(file) ?? []) follow(next, [...way, file]);
    done.add(file);
  };
  for (const file of FILES) follow(file, []);
  return circles;
}

describe("the layers", () => {
  it("import only what the table allows", () => {
    const wrong = FILES.flatMap((file) => {
      const folder = folderOf(file);
      if (!folder) return [];
      return importsOf(file)
        .filter((imported) => !isAllowed(folder, imported))
        .map((imported) => `${imported.file} → ${imported.target}`);
    });
    expect(wrong).toEqual([]);
  });

  it("import nothing in a circle, not even types", () => {
    expect(listCircles()).toEqual([]);
  });

  it("keep the clock, randomness and I/O out of the rules", () => {
    const wrong = FILES.filter((file) => file.startsWith("lib/domain/")).filter((file) =>
      /\bnew Date\(\)|Date\.now\(|Math\.random\(|crypto\.|process\.|\bfetch\(/.test(textOf(file)),
    );
    expect(wrong).toEqual([]);
  });

  it("read the environment in one file", () => {
    const wrong = FILES.filter((file) => !file.startsWith("scripts/") && !file.startsWith("db/embedded")).filter(
      (file) => file !== "lib/env.ts" && /process\.env/.test(textOf(file)),
    );
    expect(wrong).toEqual([]);
  });
});

/** The parameters of a service: whom it acts for comes second, and is left out where anybody may ask. */
const SERVICE = /^db: Db(?:, actor: Actor)?, (?:\w+|\{[\s\S]*\}): [\s\S]+, _?now: Date$/;

describe("the services", () => {
  it("that pages, actions, direct calls and routes call, and all loaders, take (db, actor, input, now), or (db, input, now) where nobody is signed in", () => {
    const called = new Set(
      FILES.filter((file) => file.startsWith("app/") || file === "lib/web/section-calls.ts").flatMap((file) =>
        listImportedValues(join(ROOT, file))
          .filter(({ source }) => source.startsWith("lib/services/"))
          .map(({ source, name }) => `${source}.ts#${name}`),
      ),
    );
    const wrong = FILES.filter((file) => file.startsWith("lib/services/")).flatMap((file) =>
      listExportedFunctions(join(ROOT, file)).flatMap(({ name, parameters }) => {
        const usesDatabase = parameters.some((parameter) => /: Db$/.test(parameter));
        const isService = called.has(`${file}#${name}`) || /^load[A-Z]/.test(name);
        if (!usesDatabase || !isService || SERVICE.test(parameters.join(", "))) return [];
        return [`${file}#${name}(${parameters.join(", ")})`];
      }),
    );
    expect(called.size).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});

const DOCUMENTED = ["lib/domain/", "lib/services/", "lib/intake/", "lib/render/", "lib/mail/", "lib/channels/"];

describe("the functions of the rules, the services, the readers and the writers", () => {
  it("have a docstring", () => {
    const silent = FILES.filter((file) => DOCUMENTED.some((folder) => file.startsWith(folder))).flatMap((file) =>
      listExportedFunctions(join(ROOT, file))
        .filter(({ docstring }) => docstring === null || docstring.length < 20)
        .map(({ name }) => `${file}#${name}`),
    );
    expect(silent).toEqual([]);
  });

  it("name the refusals that a service throws itself", () => {
    const silent = FILES.filter((file) => file.startsWith("lib/services/")).flatMap((file) =>
      listExportedFunctions(join(ROOT, file)).flatMap(({ name, text, docstring }) => {
        const codes = [...text.matchAll(/new Refusal\("(\w+)"/g)].map((match) => match[1] ?? "");
        return codes.filter((code) => !docstring?.includes(code)).map((code) => `${file}#${name} ${code}`);
      }),
    );
    expect(silent).toEqual([]);
  });
});

const PAGES = FILES.filter((file) => /^app\/(?:.*\/)?(?:page\.tsx|route\.ts)$/.test(file));

/** The guard that a page or route calls, as it stands in its text. */
function guardOf(file: string): string {
  const text = textOf(file);
  const permission = text.match(/require(?:Permission)\(\s*([^)]*?),?\s*\)/);
  if (permission) return (permission[1] ?? "").replace(/["\s]/g, "");
  if (/requireActor\(\)/.test(text)) return "signed_in";
  return "public";
}

describe("pages and routes", () => {
  it("are all in the list, each with the guard that it calls", () => {
    const found = Object.fromEntries(PAGES.map((file) => [file, guardOf(file)]));
    const listed = Object.fromEntries(
      Object.entries(ROUTE_GUARDS).map(([file, guard]) => [file, typeof guard === "string" ? guard : guard.join(",")]),
    );
    expect(found).toEqual(listed);
  });

  it("do not write on GET", () => {
    const writes = /\b(?:insert|update|upsert|delete)[A-Z]\w*\(|\bcarryOut\(|Action\(/;
    const wrong = PAGES.filter((file) => {
      const text = textOf(file);
      return /export (?:async )?function GET|default (?:async )?function/.test(text) && writes.test(text);
    });
    expect(wrong).toEqual([]);
  });
});
