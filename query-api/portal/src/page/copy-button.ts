// A button that copies text and says whether it did.
import { button } from "./element.ts";

const SAID_MS = 1600;

export function copyButton(name: string, text: () => string): HTMLButtonElement {
  const made = button({ class: "button" }, [name], () => {
    void write(text()).then((done) => {
      made.textContent = done ? "Copied" : "Copying is not allowed here";
      setTimeout(() => (made.textContent = name), SAID_MS);
    });
  });
  made.setAttribute("aria-live", "polite");
  return made;
}

/** Browsers give the clipboard to secure origins only (https and this machine), and the reader may refuse. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
