// Objects whose parts betray one another: a label beside a value, a kind beside its data; and those that only look so.
import { SECRET } from "./secrets.ts";

/** Objects in which something beside the value tells that it is a secret. */
export const secretObjects: readonly object[] = [
  { op: "replace", path: "/spec/adminPassword", value: SECRET },
  { Name: "DB_PASSWORD", Value: SECRET },
  { key: "api_key", val: SECRET },
  { value: { deep: SECRET }, param: "token" },
  { FIELD: "clientSecret", Content: [SECRET] },
  { env: [["DB_PASSWORD", SECRET]] },
  { args: ["run", "--password", SECRET] },
  { rawHeaders: ["Accept", "*/*", "X-Api-Key", SECRET] },
  { kind: "Secret", data: { db: SECRET } },
  { kty: "RSA", n: "public", d: SECRET, dp: SECRET },
  { auths: { "registry.example.com": { auth: `${SECRET}1` } } },
  { session: `${SECRET}1` },
];

/** Objects with nothing to hide: they must come out as they went in. */
export const harmlessObjects: readonly object[] = [
  { op: "replace", path: "/spec/replicas", value: "three" },
  { name: "DB_PASSWORD_ID", value: "db-main" },
  { name: "db", data: "x", content: "y", val: 1 },
  { args: ["--password-file", "/run/x", "--verbose"] },
  { columns: ["keyId", "tokenTtl", "name"] },
  { kind: "ConfigMap", data: { db: "x" } },
  { d: 1, p: 2, q: "search" },
  { name: "token", value: true },
  { session: { startedAt: "2026-01-01" }, auth: "oauth2" },
  { text: '{ "keyId": 1,  "name": "token" }' },
];
