// Searching, filtering and downloading, in a real browser.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { entry, folderId, organizationId, projectId } from "./testing/entries.ts";
import { browserSuite } from "./testing/browser-suite.ts";
import { openPortal, TOKEN } from "./testing/open-portal.ts";

const suite = browserSuite();
const now = Date.now();
const entries = (from: number, count: number) => Array.from({ length: count }, (_, index) => entry(from + index, now));
const lastAsked = () => Object.fromEntries(suite.api.asked.at(-1)?.query ?? []);

test("words are asked for, page by page, and stay in the address; back is everything again", async () => {
  const { api, browser } = suite;
  api.answer = ({ query }) => {
    if (!query.has("filter")) return { items: entries(0, 3), limit: 100 };
    return query.has("cursor")
      ? { items: entries(7, 1), limit: 100 }
      : { items: entries(5, 1), cursor: "next", limit: 100 };
  };
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  await page.locator("tr.row").nth(2).waitFor();

  const field = page.getByRole("searchbox", { name: "Search and filter" });
  await field.fill("  grace resource.name=shop ");
  await field.press("Enter");
  await page.getByText("member 5").waitFor();
  expect(lastAsked()).toMatchObject({ filter: "grace resource.name=shop", limit: "100" });
  expect(page.url()).toContain("filter=grace+resource.name%3Dshop");

  await page.getByRole("button", { name: "Load more" }).click();
  await page.getByText("member 7").waitFor();
  expect(lastAsked()).toEqual({ filter: "grace resource.name=shop", cursor: "next", limit: "100" });

  await page.reload();
  await page.getByText("member 5").waitFor();
  expect(await field.inputValue()).toBe("grace resource.name=shop");
  await page.goBack();
  await page.locator("tr.row").nth(2).waitFor();
  expect(await field.inputValue()).toBe("");
  expect(portal.faults).toEqual([]);
});

test("examples and an entry's own values narrow the filter", async () => {
  const { api, browser } = suite;
  api.answer = () => ({ items: entries(0, 2), limit: 100 });
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  await page.getByText("Examples").click();
  await page.getByRole("button", { name: /^Denied/ }).click();
  await expect.poll(() => lastAsked()["filter"]).toBe("outcome=DENIED");

  await page.locator("tr.row").first().click();
  await page.getByRole("button", { name: "Only entries with the same initiator e-mail" }).click();
  await expect.poll(() => lastAsked()["filter"]).toBe('outcome=DENIED initiator.email="ada@example.com"');
  await page.getByRole("complementary").waitFor({ state: "hidden" });
  expect(await page.locator("input:focus").getAttribute("name")).toBe("filter");
  expect(portal.faults).toEqual([]);
});

test("Escape closes the list of examples, and a press elsewhere does", async () => {
  const { api, browser } = suite;
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  const denied = page.getByRole("button", { name: /^Denied/ });
  await page.getByText("Examples").click();
  await denied.waitFor();
  await page.keyboard.press("Escape");
  await denied.waitFor({ state: "hidden" });
  await page.getByText("Examples").click();
  await denied.waitFor();
  await page.getByRole("heading", { name: "Audit Log" }).click();
  await denied.waitFor({ state: "hidden" });
  expect(portal.faults).toEqual([]);
});

test("a filter that is not understood is told with its place, and the field keeps it", async () => {
  const { api, browser } = suite;
  const detail = "filter, column 9: expected one of SUCCESS, FAILURE, DENIED";
  api.answer = ({ query }) =>
    query.has("filter")
      ? { status: 400, message: detail, errors: [{ detail, parameter: "filter", column: 9 }] }
      : { items: [], limit: 100 };
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  const field = page.getByRole("searchbox");
  await field.fill("outcome=DENID");
  await field.press("Enter");
  await page.getByRole("alert").getByText(detail).waitFor();
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  expect(await page.evaluate("getSelection().toString()")).toBe("DENID");
  await field.fill("");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByText("Nothing was recorded").waitFor();
  expect(await field.getAttribute("aria-invalid")).toBe("false");
  expect(portal.faults).toEqual([]);
});

test("what is below an organization or a folder comes when it is asked for; a project has nothing below", async () => {
  const { api, browser } = suite;
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  const below = page.getByRole("checkbox", { name: "With all below" });
  await page.getByText("recorded for this project").waitFor();
  expect(await below.isVisible()).toBe(false);
  await page.getByRole("radio", { name: "Folder" }).check();
  await page.getByRole("button", { name: "Include what is below this folder" }).click();
  await page.getByText("this folder and what is below it").waitFor();
  expect(await below.isChecked()).toBe(true);
  expect(api.asked.at(-1)?.path).toBe(`folders/${folderId}/entries`);
  expect(lastAsked()).toMatchObject({ "include-descendants": "true" });

  await page.getByRole("radio", { name: "Project" }).check();
  await page.getByText("recorded for this project").waitFor();
  expect(api.asked.at(-1)?.path).toBe(`projects/${projectId}/entries`);
  expect(lastAsked()["include-descendants"]).toBeUndefined();
  expect(portal.faults).toEqual([]);
});

test("where nothing is found, all entries are one step away", async () => {
  const { api, browser } = suite;
  api.answer = ({ query }) => ({ items: query.has("filter") ? [] : entries(0, 1), limit: 100 });
  await using portal = await openPortal(browser, api, {
    hash: `#token=${TOKEN}&project=${projectId}&filter=outcome%3DDENIED`,
  });
  const { page } = portal;
  await page.getByText("is what you look for").waitFor();
  await page.getByRole("button", { name: "Show all entries" }).click();
  await page.getByText("member 0").waitFor();
  expect(await page.getByRole("searchbox").inputValue()).toBe("");
  expect(portal.faults).toEqual([]);
});

test("what is listed is downloaded as a file", async () => {
  const { api, browser } = suite;
  api.answer = ({ path }) =>
    path.endsWith("/export")
      ? { name: "audit-log-shop.csv", text: "id,sentence\r\n1,hello\r\n", isWhole: true }
      : { items: entries(0, 1), limit: 100 };
  await using portal = await openPortal(browser, api, {
    hash: `#token=${TOKEN}&organization=${organizationId}&filter=hello&below=true&range=7d`,
  });
  const { page } = portal;
  await page.getByText("Download", { exact: true }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^CSV/ }).click()]);
  expect(file.suggestedFilename()).toBe("audit-log-shop.csv");
  expect(await readFile(await file.path(), "utf8")).toBe("id,sentence\r\n1,hello\r\n");
  const { path, query, authorization } = api.asked.at(-1) ?? expect.unreachable();
  expect({ path, authorization }).toEqual({
    path: `organizations/${organizationId}/entries/export`,
    authorization: `Bearer ${TOKEN}`,
  });
  const { start = "", ...asked } = Object.fromEntries(query);
  expect(asked).toEqual({ filter: "hello", "include-descendants": "true", format: "csv" });
  expect(Math.abs(Date.now() - 7 * 86_400_000 - Date.parse(start))).toBeLessThan(60_000);
  await page.getByText("22 B downloaded").waitFor();
  expect(portal.faults).toEqual([]);
});

test("a download that breaks off is told and leaves no file; one that is refused says why; one can be cancelled", async () => {
  const { api, browser } = suite;
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  let files = 0;
  page.on("download", () => files++);
  const download = async () => {
    await page.getByText("Download", { exact: true }).click();
    await page.getByRole("button", { name: /^NDJSON/ }).click();
  };
  const file = { name: "a.ndjson", text: "x".repeat(2_000) };

  api.answer = () => ({ ...file, isWhole: false });
  await download();
  await page.getByText("The download broke off, and nothing was kept. Try again.").waitFor();

  api.answer = () => ({ status: 429, message: "two downloads at a time" });
  await download();
  await page.getByText("Not downloaded: two downloads at a time").waitFor();

  api.answer = () => ({ ...file, isWhole: undefined });
  await download();
  await page.getByText("Downloading, 2.0 kB").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("Cancelled").waitFor();
  expect(files).toBe(0);
  expect(portal.faults).toEqual([]);
});
