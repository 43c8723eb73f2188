// Getting in and reading the list, in a real browser: arrival, the table, load more, scope and range.
import { expect, test } from "vitest";
import { entry, folderId, projectId } from "./testing/entries.ts";
import { browserSuite } from "./testing/browser-suite.ts";
import { openPortal, TOKEN } from "./testing/open-portal.ts";

const suite = browserSuite();
const now = Date.now();
const entries = (from: number, count: number) => Array.from({ length: count }, (_, index) => entry(from + index, now));

test("shows the newest entries of the narrowest scope and takes the token out of the address bar", async () => {
  const { api, browser } = suite;
  api.answer = () => ({ items: entries(0, 3), limit: 100 });
  await using portal = await openPortal(browser, api);
  const { page } = portal;

  const rows = page.locator("tr.row");
  await rows.nth(2).waitFor();
  expect(await rows.count()).toBe(3);
  const first = rows.first();
  expect(await first.innerText()).toContain("ada@example.com added member 0 to shop");
  expect(await first.innerText()).toContain("Success");
  const time = first.locator("time");
  const at = new Date(now - 4_000);
  expect(await time.getAttribute("title")).toContain(`${at.toISOString().replace("T", " ").replace("Z", "")} UTC`);
  const local = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone: "Europe/Berlin" });
  expect(await time.innerText()).toBe(local.format(at));

  expect(api.asked.map(({ path, authorization }) => ({ path, authorization }))).toEqual([
    { path: `projects/${projectId}/entries`, authorization: `Bearer ${TOKEN}` },
  ]);
  expect(page.url()).not.toContain("token");
  expect(page.url()).not.toContain(TOKEN);
  expect(await page.getByText("That is all.").isVisible()).toBe(true);
  expect(portal.faults).toEqual([]);
});

test("leads to the documentation of the API, in a tab of its own", async () => {
  const { api, browser } = suite;
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  const link = page.getByRole("link", { name: "API docs" });
  const [docs] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
  expect(new URL(docs.url()).pathname).toBe("/docs");
});

test("reads on with the cursor alone, keeps the rows and puts the focus on the first new one", async () => {
  const { api, browser } = suite;
  api.answer = ({ query }) =>
    query.has("cursor") ? { items: entries(2, 2), limit: 100 } : { items: entries(0, 2), cursor: "next", limit: 100 };
  await using portal = await openPortal(browser, api);
  const { page } = portal;

  await page.getByRole("button", { name: "Load more" }).click();
  await page.locator("tr.row").nth(3).waitFor();

  expect(Object.fromEntries(api.asked.at(-1)?.query ?? [])).toEqual({ cursor: "next", limit: "100" });
  expect(await page.locator("tr.row:focus").innerText()).toContain("member 2");
  expect(await page.getByRole("button", { name: "Load more" }).isVisible()).toBe(false);
  expect(portal.faults).toEqual([]);
});

test("a preset asks for its start and leaves the end to the service", async () => {
  const { api, browser } = suite;
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  await page.getByText("in the last 24 hours").waitFor();
  await page.getByRole("radio", { name: "7 days" }).check();
  await page.getByText("in the last 7 days").waitFor();

  const [day, week] = api.asked.map(({ query }) => query);
  const start = Date.parse(week?.get("start") ?? "");
  expect(Math.abs(Date.now() - 7 * 86_400_000 - start)).toBeLessThan(60_000);
  expect([day?.has("end"), week?.has("end"), week?.get("limit")]).toEqual([false, false, "100"]);

  await page.goBack();
  await page.getByText("in the last 24 hours").waitFor();
  expect(await page.getByRole("radio", { name: "24 hours" }).isChecked()).toBe(true);
  expect(portal.faults).toEqual([]);
});

test("a custom range is local time and refuses nonsense", async () => {
  const { api, browser } = suite;
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  await page.getByRole("radio", { name: "Custom" }).check();
  await page.getByLabel("From").fill("2026-03-21T09:00:00");
  await page.getByLabel("To", { exact: true }).fill("2026-03-21T08:00:00");
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByText("The beginning must be before the end.").waitFor();
  expect(api.asked).toHaveLength(1);

  await page.getByLabel("To", { exact: true }).fill("2026-03-21T10:30:00");
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByText("in this range").waitFor();
  expect(Object.fromEntries(api.asked.at(-1)?.query ?? [])).toEqual({
    start: "2026-03-21T08:00:00.000Z",
    end: "2026-03-21T09:30:00.000Z",
    limit: "100",
  });
  expect(portal.faults).toEqual([]);
});

test("another scope, and a reload that keeps it", async () => {
  const { api, browser } = suite;
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  await page.getByRole("radio", { name: "Folder" }).check();
  await page.getByText("recorded for this folder").waitFor();
  await page.reload();
  await page.getByText("recorded for this folder").waitFor();
  expect(api.asked.at(-1)).toMatchObject({ path: `folders/${folderId}/entries`, authorization: `Bearer ${TOKEN}` });
  expect(portal.faults).toEqual([]);
});

test("fits a phone: nothing wider than the screen", async () => {
  const { api, browser } = suite;
  api.answer = () => ({ items: entries(0, 5), limit: 100 });
  await using portal = await openPortal(browser, api, { viewport: { width: 390, height: 844 }, hasTouch: true });
  const { page } = portal;
  await page.locator("tr.row").first().tap();
  await page.getByRole("complementary").waitFor();
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  expect(await page.evaluate("document.querySelector('.panel').getBoundingClientRect().width")).toBe(390);
  await page.getByRole("button", { name: "Close" }).tap();
  expect(await page.evaluate("document.querySelector('.list').scrollWidth")).toBe(390);
  expect(portal.faults).toEqual([]);
});
