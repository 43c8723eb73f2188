// The opened entry, in a real browser: every field, keys, reload, and text from strangers that must stay text.
import { expect, test } from "vitest";
import { entry, entryId, hostileEntries, MARKUP, OVERRIDDEN, RIGHT_TO_LEFT, UNBROKEN } from "./testing/entries.ts";
import { browserSuite } from "./testing/browser-suite.ts";
import { openPortal } from "./testing/open-portal.ts";

const suite = browserSuite();
const now = Date.now();
const three = [0, 1, 2].map((number) => entry(number, now));

test("a click opens the entry with everything it says, and copies it", async () => {
  const { api, browser } = suite;
  const full = { ...entry(0, now, { details: { members: [{ subject: "grace" }] } }), novelty: "unheard of" };
  api.answer = () => ({ items: [full], limit: 100 });
  await using portal = await openPortal(browser, api, { permissions: ["clipboard-read", "clipboard-write"] });
  const { page } = portal;
  await page.locator("tr.row").click();
  const panel = page.getByRole("complementary", { name: full.sentence });
  await panel.waitFor();
  const text = await panel.innerText();
  for (const said of [
    full.id,
    full.eventName,
    "203.0.113.7",
    "PUBLIC · DE · AS3320",
    "PORTAL",
    "4711",
    "PATCH",
    "585 ms",
    "grace",
    "unheard of",
  ])
    expect(text).toContain(said);

  await panel.getByRole("button", { name: "Copy JSON" }).click();
  await panel.getByText("Copied").waitFor();
  expect(JSON.parse(await page.evaluate<string>("navigator.clipboard.readText()"))).toEqual(full);
  expect(portal.faults).toEqual([]);
});

test("keys: arrows move, Enter opens, arrows then take the opened entry along, Escape closes and gives the focus back", async () => {
  const { api, browser } = suite;
  api.answer = () => ({ items: three, limit: 100 });
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  const row = (number: number) => page.locator("tr.row").nth(number);
  await row(0).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("complementary", { name: "member 1" }).waitFor();
  expect(await row(1).getAttribute("aria-selected")).toBe("true");
  expect(await page.locator("h2:focus").innerText()).toContain("member 1");

  await page.keyboard.press("Escape");
  await page.getByRole("complementary").waitFor({ state: "hidden" });
  expect(await page.locator("tr.row:focus").innerText()).toContain("member 1");

  await row(1).click();
  await page.keyboard.press("End");
  await page.getByRole("complementary", { name: "member 2" }).waitFor();
  await page.getByRole("button", { name: "Newer entry" }).click();
  await page.getByRole("complementary", { name: "member 1" }).waitFor();
  expect(await page.locator("tr.row[tabindex='0']").count()).toBe(1);
  expect(portal.faults).toEqual([]);
});

test("a reload shows the same entry, also one that is not on the first page any more", async () => {
  const { api, browser } = suite;
  api.answer = () => ({ items: three, limit: 100 });
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  await page.locator("tr.row").nth(2).click();
  await page.getByRole("complementary", { name: "member 2" }).waitFor();

  api.answer = ({ query }) => ({ items: query.has("end") ? [entry(2, now)] : [entry(0, now)], limit: 100 });
  await page.reload();
  await page.getByRole("complementary", { name: "member 2" }).waitFor();
  expect(page.url()).toContain(entryId(2));
  const at = entry(2, now).eventTimeStamp;
  const { start, end } = Object.fromEntries(api.asked.at(-1)?.query ?? []);
  expect({ start, end }).toEqual({ start: at, end: new Date(Date.parse(at) + 1).toISOString() });

  await page.goBack();
  await page.getByRole("complementary").waitFor({ state: "hidden" });
  expect(portal.faults).toEqual([]);
});

test("text from strangers stays text, in the table and in the opened entry", async () => {
  const { api, browser } = suite;
  api.answer = () => ({ items: hostileEntries(now), limit: 100 });
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  const sentence = (number: number) => page.locator("tr.row .cell-sentence").nth(number);
  await sentence(4).waitFor();
  expect(await sentence(0).textContent()).toBe(MARKUP);
  expect(await sentence(1).textContent()).toBe(UNBROKEN);
  expect(await sentence(2).textContent()).toBe(RIGHT_TO_LEFT);
  expect(await sentence(3).textContent()).toBe(OVERRIDDEN.replace("\u202E", "U+202E"));

  for (const number of [0, 1, 2, 3, 4]) {
    await page.locator("tr.row").nth(number).click();
    await page.locator(`tr.row[aria-selected="true"]`).nth(0).waitFor();
    await page.getByText("As JSON").click();
  }
  await page.locator("tr.row").first().click();
  await page.getByRole("complementary", { name: "onerror" }).waitFor();
  expect(await page.locator("#portal img, #portal script, #portal iframe, #portal [style]").count()).toBe(0);
  expect(await page.title()).toBe("Audit Log");
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  expect(
    await page.evaluate("document.querySelector('.list').scrollWidth <= document.querySelector('.list').clientWidth"),
  ).toBe(true);
  expect(portal.faults).toEqual([]);
});

test("content of any depth and width folds instead of flooding the page", async () => {
  const { api, browser } = suite;
  let deep: Record<string, unknown> = { bottom: true };
  for (let level = 0; level < 500; level++) deep = { deeper: deep };
  const wide = Array.from({ length: 5000 }, (_, index) => index);
  api.answer = () => ({ items: [entry(0, now, { details: { deep, wide, long: UNBROKEN } })], limit: 100 });
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  await page.locator("tr.row").click();
  await page.getByText("Show all 4,002 characters").click();
  await page.locator("summary", { hasText: "wide" }).click();
  await page.getByText("Show 100 more of 4900").click();
  await page.getByText("Show 100 more of 4800").waitFor();
  expect(await page.evaluate<number>("document.querySelectorAll('.panel li').length")).toBeLessThan(300);
  expect(portal.faults).toEqual([]);
});
