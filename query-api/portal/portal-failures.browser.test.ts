// What the reader sees when something is wrong, in a real browser, and the way out of each.
import { expect, test } from "vitest";
import { entry, projectId } from "./testing/entries.ts";
import { browserSuite } from "./testing/browser-suite.ts";
import { openPortal } from "./testing/open-portal.ts";

const suite = browserSuite();
const now = Date.now();

test("without a token, a friendly page takes a pasted link", async () => {
  const { api, browser } = suite;
  api.answer = () => ({ items: [entry(0, now)], limit: 100 });
  await using portal = await openPortal(browser, api, { hash: "" });
  const { page } = portal;
  await page.getByText("To get in, open the link").waitFor();
  expect(api.asked).toEqual([]);
  const field = page.getByLabel("Link or token");
  await field.fill("just-a-token");
  await field.press("Enter");
  await page.getByText("Give the id of an organization, folder or project as well").waitFor();

  await field.fill(`${api.origin}/portal/#token=pasted&project=${projectId}`);
  await field.press("Enter");
  await page.locator("tr.row").waitFor();
  expect(api.asked.at(-1)?.authorization).toBe("Bearer pasted");

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByText("To get in, open the link").waitFor();
  expect(await page.evaluate("sessionStorage.length")).toBe(0);
  expect(portal.faults).toEqual([]);
});

test("401: an expired token is replaced in place, and the view stays", async () => {
  const { api, browser } = suite;
  api.answer = ({ authorization }) =>
    authorization === "Bearer fresh"
      ? { items: [entry(0, now)], limit: 100 }
      : { status: 401, message: "token has expired" };
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  await page.getByRole("alert").getByText("Your token is not valid any more").waitFor();
  await page.getByRole("radio", { name: "90 days" }).check();
  await page.getByLabel("Link or token").fill("fresh");
  await page.getByLabel("Link or token").press("Enter");
  await page.locator("tr.row").waitFor();
  expect(await page.getByRole("radio", { name: "90 days" }).isChecked()).toBe(true);
  expect(portal.faults).toEqual([]);
});

test.for([
  [403, "You may not read the entries of this project"],
  [404, "There is no such project for you"],
  [400, "This cannot be shown"],
  [503, "Entries cannot be read at the moment"],
] as const)("%i is told in words, with what the service said", async ([status, title]) => {
  const { api, browser } = suite;
  api.answer = () => ({ status, message: `the service's own words <b>${status}</b>` });
  await using portal = await openPortal(browser, api);
  const alert = portal.page.getByRole("alert").filter({ hasText: title });
  await alert.waitFor();
  expect(await alert.innerText()).toContain(`the service's own words <b>${status}</b>`);
  expect(await alert.getByRole("button", { name: "Try again" }).count()).toBe(status === 503 ? 1 : 0);
  expect(portal.faults).toEqual([]);
});

test("network away: says so, and tries again when asked and when it is back", async () => {
  const { api, browser } = suite;
  api.answer = () => "drop";
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  await page.getByText("Audit Log cannot be reached").waitFor();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Audit Log cannot be reached").waitFor();
  expect(api.asked.length).toBeGreaterThanOrEqual(2);

  api.answer = () => ({ items: [entry(0, now)], limit: 100 });
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await page.locator("tr.row").waitFor();
  expect(portal.faults).toEqual([]);
});

test("a failure while reading on keeps what is there", async () => {
  const { api, browser } = suite;
  let away = true;
  api.answer = ({ query }) => {
    if (!query.has("cursor")) return { items: [entry(0, now)], cursor: "next", limit: 100 };
    return away ? { status: 503, message: "away" } : { items: [entry(1, now)], limit: 100 };
  };
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  await page.getByRole("button", { name: "Load more" }).click();
  await page.getByText("Entries cannot be read at the moment.").waitFor();
  expect(await page.locator("tr.row").count()).toBe(1);
  away = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator("tr.row").nth(1).waitFor();
  expect(portal.faults).toEqual([]);
});

test("while it waits, rows to come; nothing found, a way to look further back", async () => {
  const { api, browser } = suite;
  api.answer = () => "hang";
  await using portal = await openPortal(browser, api);
  const { page } = portal;
  await page.locator(".list[aria-busy='true'] .skeleton").waitFor();
  api.answer = () => ({ items: [], limit: 100 });
  await page.reload();
  await page.getByRole("button", { name: "Look at the last 90 days" }).click();
  await page.getByText("in the last 90 days").waitFor();
  expect(portal.faults).toEqual([]);
});
