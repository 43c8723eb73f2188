// What every browser test file starts with: the portal built, one browser, one stand-in for the API.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { buildPortal } from "../build.ts";
import { launchBrowser } from "./browser.ts";
import { startFakeApi, type FakeApi } from "./fake-api.ts";

const SLOWEST_START_MS = 60_000;

export interface BrowserSuite {
  readonly browser: Browser;
  /** Starts each test without answers or memories. */
  readonly api: FakeApi;
}

/** Files run side by side, so each builds into a folder of its own. */
export function browserSuite(): BrowserSuite {
  let folder: string;
  let browser: Browser;
  let api: FakeApi;
  beforeAll(async () => {
    folder = await buildPortal(await mkdtemp(join(tmpdir(), "audit-log-portal-")));
    api = await startFakeApi(folder);
    browser = await launchBrowser();
  }, SLOWEST_START_MS);
  beforeEach(() => {
    api.asked.length = 0;
    api.answer = () => ({ items: [], limit: 100 });
  });
  afterAll(async () => {
    await browser?.close();
    await api?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get browser() {
      return browser;
    },
    get api() {
      return api;
    },
  };
}
