// The fragment: what it brings on arrival, and the view it holds afterwards.
import { expect, test } from "vitest";
import { folderId, organizationId, projectId } from "../../testing/entries.ts";
import { readFragment, writeFragment, type View } from "./fragment.ts";

test("an arrival brings the token and its scopes, widest first", () => {
  expect(readFragment(`#token=a.b-c_d&project=${projectId}&organization=${organizationId}&folder=${folderId}`)).toEqual(
    {
      token: "a.b-c_d",
      scopes: [
        { kind: "organization", id: organizationId },
        { kind: "folder", id: folderId },
        { kind: "project", id: projectId },
      ],
    },
  );
});

test.for<View>([
  { scope: { kind: "project", id: projectId }, range: { preset: "24h" }, filter: "", below: false },
  {
    scope: { kind: "folder", id: folderId },
    range: { from: 1_774_080_000_000, to: 1_774_083_600_000 },
    filter: 'resource.name="a&b #1" -service=dns',
    below: true,
    opened: { id: "019cff5a", at: "2026-03-21T08:10:14.422Z" },
  },
])("a view is read back as it was written (%#)", (view) => {
  const { filter, below, ...rest } = view;
  const asked = { ...(filter ? { filter } : {}), ...(below ? { below } : {}) };
  expect(readFragment(writeFragment(view))).toEqual({ ...rest, ...asked, scopes: [] });
});

test("is readable, and never holds a token", () => {
  const scope = { kind: "project", id: projectId } as const;
  const written = writeFragment({ scope, range: { preset: "7d" }, filter: "", below: false });
  expect(written).toBe(`#scope=project/${projectId}&range=7d`);
});

test.for([
  "",
  "#",
  "#token=",
  "#scope=galaxy/1",
  "#scope=project/../x",
  "#project=1%2F..%2F2",
  "#entry=1&at=never",
  "#%E0%A4%A",
])("%j asks for nothing", (hash) => {
  expect(readFragment(hash)).toEqual({ scopes: [] });
});
