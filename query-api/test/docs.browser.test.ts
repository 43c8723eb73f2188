// The documentation page in a real browser: it shows the operations and the errors, and nothing that its policy forbids is tried.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../portal/testing/browser.ts";
import { problemKinds, typeOf } from "../src/problem-kinds.ts";
import { apiUnderTest, type ApiUnderTest } from "./api-under-test.ts";

let api: ApiUnderTest;
let origin: string;
let browser: Browser;
let page: Page;
/** Console errors, uncaught errors, violations of the policy, requests to other origins. */
const faults: string[] = [];

beforeAll(async () => {
  api = await apiUnderTest();
  origin = await api.listen();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on("console", (message) => void (["error", "warning"].includes(message.type()) && faults.push(message.text())));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== "data:" && asked !== origin) faults.push(`request to ${request.url()}`);
  });
});
afterAll(async () => {
  await browser?.close();
  await api?.[Symbol.asyncDispose]();
});

test("it shows every operation of the document, and one with its parameters, examples and answers", async () => {
  const { paths } = JSON.parse((await api.get("/openapi.json", null)).text) as {
    paths: Record<string, { get: { operationId: string; summary: string } }>;
  };
  await page.goto(`${origin}/docs`);
  await page.getByRole("heading", { name: "Audit Log API" }).waitFor();
  const operations = page.locator(".opblock");
  await expect.poll(() => operations.count()).toBe(Object.keys(paths).length);
  const shown = await page.locator(".opblock-summary-path").allInnerTexts();
  // Places where a long path may break are written as such.
  expect(shown.map((path) => path.replaceAll("\u200B", "")).toSorted()).toEqual(Object.keys(paths).toSorted());

  const list = operations.filter({ hasText: "Project - List entries" });
  await list.locator(".opblock-summary").click();
  await list.getByText("Which entries: comparisons of fields").waitFor();
  expect(await list.innerText()).toContain("service=(dns OR iam) outcome=DENIED");
  await expect.poll(() => list.locator(".responses-table").innerText()).toContain('"eventName"');
  expect(await list.locator(".responses-table").innerText()).toContain("application/problem+json");
  expect(await page.getByRole("button", { name: /Authorize|Try it out/ }).count()).toBe(0);
  expect(faults).toEqual([]);
});

test("a link to an operation opens it", async () => {
  await page.goto("about:blank");
  await page.goto(`${origin}/docs#/v2/ListProjectAuditLogEntries`);
  const opened = page.locator(".opblock.is-open");
  await opened.getByText("Returns all audit log entries of the project").waitFor();
  expect(await opened.count()).toBe(1);
  expect(faults).toEqual([]);
});

test("the type of an error is a place that explains it", async () => {
  await page.goto(`${origin}${typeOf("invalid-filter")}`);
  const section = page.locator("section:target");
  expect(await section.innerText()).toContain(problemKinds["invalid-filter"].about);
  expect(await page.locator("section").count()).toBe(Object.keys(problemKinds).length);
  await page.getByRole("link", { name: "Operations" }).click();
  await page.locator(".opblock").first().waitFor();
  expect(faults).toEqual([]);
});

test("both pages fit a phone: nothing wider than the screen", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["/docs", "/docs/problems"]) {
    await page.goto(origin + path);
    await page.locator(".opblock, section").first().waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth"), path).toBe(390);
  }
  expect(faults).toEqual([]);
});
