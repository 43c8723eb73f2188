// A browser tab with the portal in it, watched: whatever should never happen on any page is collected in `faults`.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { folderId, organizationId, projectId } from "./entries.ts";
import type { FakeApi } from "./fake-api.ts";

export interface OpenedPortal extends AsyncDisposable {
  readonly page: Page;
  /** Console errors, uncaught errors, violations of the policy, requests to other origins. */
  readonly faults: string[];
}

export const TOKEN = "t0ken.for-tests";
export const ARRIVAL = `#token=${TOKEN}&organization=${organizationId}&folder=${folderId}&project=${projectId}`;

/** The browser itself logs an answer that is an error, or none; the page is not to blame for those. */
const BROWSERS_OWN = /^Failed to load resource:/;

export async function openPortal(
  browser: Browser,
  api: FakeApi,
  { hash = ARRIVAL, ...options }: BrowserContextOptions & { hash?: string } = {},
): Promise<OpenedPortal> {
  const context = await browser.newContext({ timezoneId: "Europe/Berlin", ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.setDefaultTimeout(10_000);
  page.on("console", (message) => {
    const { url } = message.location();
    const asked = BROWSERS_OWN.test(message.text()) && url.startsWith(`${api.origin}/v3/`);
    if (["error", "warning"].includes(message.type()) && !asked) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== api.origin) faults.push(`request to ${request.url()}`);
  });
  await page.goto(`${api.origin}/portal/${hash}`);
  return { page, faults, [Symbol.asyncDispose]: () => context.close() };
}
