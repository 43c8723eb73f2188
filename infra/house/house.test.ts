// The house keeps its shape: imports flow one way, the top level is fixed, every folder says what it is for.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Tracked files and new ones that git does not ignore, that exist. */
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"], {
  cwd: ROOT,
  encoding: "utf8",
})
  .trim()
  .split("\n");

const sources = files.filter(
  (file) => /\.(ts|mjs)$/.test(file) && /^(schemas|producers|consumers|query-api|infra)\//.test(file),
);

const MAY_IMPORT: Record<string, string[]> = {
  schemas: [],
  "producers/core": ["schemas"],
  "producers/domain": ["schemas", "producers/core"],
  "producers/examples": ["schemas", "producers/core", "producers/domain"],
  consumers: ["schemas"],
  "query-api": ["schemas", "query-api/portal", "query-api/client", "query-api/recording"],
  // Who reads is recorded through our own SDK, and there only (infra/decisions/0017).
  "query-api/recording": ["schemas", "query-api", "producers/core", "producers/domain"],
  "query-api/portal": ["query-api"],
  // It knows the service by its document only.
  "query-api/client": [],
};

function roomOf(file: string): string {
  const [first = "", second = ""] = file.split("/");
  if (first === "producers")
    return second === "core" || second === "examples" ? `${first}/${second}` : "producers/domain";
  if (first !== "query-api") return first;
  if (second === "portal" || second === "client") return `query-api/${second}`;
  return file.startsWith("query-api/src/recording/") ? "query-api/recording" : first;
}

const PACKAGES: Record<string, string> = {
  "@audit-log/schemas": "schemas",
  "@audit-log/producer-core": "producers/core",
  "@audit-log/consumers": "consumers",
  "@audit-log/query-api": "query-api",
  "@audit-log/portal": "query-api/portal",
  "@audit-log/client": "query-api/client",
  "@audit-log/local": "infra",
};

/** Rooms that a file imports, itself excluded. */
function importedRooms(file: string, text: string): string[] {
  const specifiers = [
    ...text.matchAll(
      /(?:^|[\s;])(?:import|export)\s[^"';]*?from\s*["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)|^import\s+["']([^"']+)["']/gm,
    ),
  ];
  const rooms = specifiers.map(([, a, b, c]) => roomOfSpecifier(file, a ?? b ?? c ?? ""));
  return [...new Set(rooms)].filter((room): room is string => room !== undefined && room !== roomOf(file));
}

function roomOfSpecifier(file: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return roomOf(relative(ROOT, resolve(join(ROOT, dirname(file)), specifier)));
  const name = specifier.split("/").slice(0, 2).join("/");
  if (!name.startsWith("@audit-log/")) return undefined;
  return PACKAGES[name] ?? "producers/domain";
}

test("the rule sees an import that breaks it", () => {
  const text =
    'import type { Worker } from "@audit-log/consumers";\nimport { a } from "../../infra/local/src/start.ts";\n';
  expect(importedRooms("schemas/src/row.ts", text)).toEqual(["consumers", "infra"]);
  const sdk = 'import { security } from "@audit-log/security";\n';
  expect(importedRooms("query-api/src/routes/v3.ts", sdk)).toEqual(["producers/domain"]);
  expect(roomOf("query-api/src/recording/sdk-recording.ts")).toBe("query-api/recording");
});

test("imports flow one way", () => {
  const wrong = sources.flatMap((file) => {
    const allowed = MAY_IMPORT[roomOf(file)];
    if (allowed === undefined) return [];
    const rooms = importedRooms(file, readFileSync(join(ROOT, file), "utf8"));
    return rooms.filter((room) => !allowed.includes(room)).map((room) => `${file} imports ${room}`);
  });
  expect(wrong).toEqual([]);
  expect(sources.length).toBeGreaterThan(50);
});

test("the top level is what it is", () => {
  const fixed = [
    "consumers",
    "infra",
    "producers",
    "query-api",
    "schemas",
    "package.json",
    "tsconfig.json",
    "README.md",
  ];
  const tools = [
    ".ci",
    ".gitignore",
    ".npmrc",
    ".oxfmtrc.json",
    ".oxlintrc.json",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "NOTICE",
    "package-lock.json",
    "vitest.config.ts",
  ];
  const top = new Set(files.map((file) => file.split("/")[0]));
  expect([...top].filter((name) => !fixed.includes(name ?? "") && !tools.includes(name ?? ""))).toEqual([]);
  expect(fixed.filter((name) => !top.has(name))).toEqual([]);
});

test("every folder says what it is for", () => {
  const folders = new Set(files.filter((file) => file.includes("/")).map((file) => dirname(file)));
  const silent = [...folders].filter((folder) => {
    if (/(^\.ci|\/generated|__snapshots__|\/published|\/examples\/|\/avro\/[a-z-]+$|\/fixtures)/.test(folder))
      return false;
    // A package's src speaks through the package's README.
    const home = folder.endsWith("/src") ? dirname(folder) : folder;
    return !files.includes(`${home}/README.md`);
  });
  expect(silent).toEqual([]);
});

interface Locked {
  optionalDependencies?: Record<string, string>;
}

test("the lockfile holds every optional package that a package names", () => {
  // npm leaves out what the registry in use does not have, and `npm ci` then refuses the lockfile everywhere.
  const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        lock.packages[`node_modules/${name}`] === undefined &&
        lock.packages[`${path}/node_modules/${name}`] === undefined,
    ),
  );
  expect(missing).toEqual([]);
});

test("source files stay small", () => {
  const long = sources
    .map((file) => ({ file, text: readFileSync(join(ROOT, file), "utf8") }))
    .filter(({ text }) => !text.startsWith("// Generated from"))
    .map(({ file, text }) => ({ file, lines: text.split("\n").length }))
    .filter(({ lines }) => lines > 250);
  expect(long).toEqual([]);
});
