// What is listed as a file: the choice of its form, how much has arrived, and how it ended.
import { bytesText } from "../page/bytes-text.ts";
import { button, element } from "../page/element.ts";
import { createMenu } from "../page/menu.ts";
import { formats, type Downloaded, type Format } from "../reading/download.ts";
import type { Failure } from "../reading/failure.ts";

export type FetchFile = (format: Format, arrived: (bytes: number) => void, signal: AbortSignal) => Promise<Downloaded>;

export interface DownloadMenu {
  readonly element: HTMLElement;
  readonly stop: () => void;
}

/** The browser has taken the file by then. */
const TAKEN_MS = 60_000;

export function createDownloadMenu(fetchFile: FetchFile): DownloadMenu {
  let running = new AbortController();
  const arrived = element("span", { class: "arrived" });
  const cancel = button({ class: "button button-quiet" }, ["Cancel"], () => running.abort());
  const progress = element("span", { class: "download-progress", hidden: true }, arrived, cancel);
  const ended = element("span", { class: "download-ended", role: "status" });

  const start = async (format: Format) => {
    running = new AbortController();
    menu.hidden = true;
    progress.hidden = false;
    ended.textContent = "";
    const show = (bytes: number) => (arrived.textContent = `Downloading, ${bytesText(bytes)}`);
    show(0);
    cancel.focus();
    const downloaded = await fetchFile(format, show, running.signal).catch(() => undefined);
    menu.hidden = false;
    progress.hidden = true;
    if (downloaded?.ok) save(downloaded.file, downloaded.name);
    ended.textContent = endOf(downloaded);
  };

  const menu = createMenu(
    "Download",
    formats.map(({ name, title, about }) => ({ title, about, choose: () => void start(name) })),
  );
  return {
    element: element("div", { class: "download" }, ended, progress, menu),
    stop: () => running.abort(),
  };
}

/** `undefined`: it was cancelled. */
function endOf(downloaded: Downloaded | undefined): string {
  if (downloaded === undefined) return "Cancelled";
  return downloaded.ok ? `${bytesText(downloaded.file.size)} downloaded` : failureText(downloaded.failure);
}

const failureText = ({ kind, message }: Failure): string =>
  kind === "network"
    ? "The download broke off, and nothing was kept. Try again."
    : `Not downloaded: ${message ?? "the service refused it"}`;

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN_MS);
}
