// The portal: lets the reader in, keeps the view in the URL's fragment, and follows the back button.
import { entrance } from "./access/entrance.ts";
import { arrive, forgetSession, keepSession, readSession, type Session } from "./access/session.ts";
import { createTimeText } from "./page/time-text.ts";
import { createDownload } from "./reading/download.ts";
import { createReadEntries } from "./reading/read-entries.ts";
import { readFragment, writeFragment, type Fragment, type View } from "./view/fragment.ts";
import { DEFAULT_RANGE } from "./view/range.ts";
import { sameScope } from "./view/scope.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** Browsers allow only so many changes of the address in a while, and a held arrow key makes many. */
const SETTLE_MS = 200;

export function startPortal(root: HTMLElement): void {
  const time = createTimeText();
  const request: typeof fetch = (input, init) => fetch(input, init);
  let workspace: Workspace | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;

  const letIn = (session: Session, view: View) => {
    workspace?.stop();
    workspace = createWorkspace(session, view, {
      read: createReadEntries(session.token, document.baseURI, request),
      download: createDownload(session.token, document.baseURI, request),
      time,
      now: () => Date.now(),
      go,
      arrived,
      leave,
    });
    root.replaceChildren(workspace.element);
    history.replaceState(undefined, "", writeFragment(view));
    workspace.show(view);
  };

  const go = (view: View, push: boolean) => {
    clearTimeout(settling);
    const write = () => history[push ? "pushState" : "replaceState"](undefined, "", writeFragment(view));
    if (push) write();
    else settling = setTimeout(write, SETTLE_MS);
    workspace?.show(view);
  };

  /** Shows what a fragment asks for, or the entrance. */
  const enter = (arrival: Fragment, shown: Fragment) => {
    const before = readSession(sessionStorage);
    const session = arrive(before, arrival);
    const view = session && viewOf(session, shown);
    if (!view) return stayOut(shown);
    keepSession(sessionStorage, session);
    if (workspace && JSON.stringify(session) === JSON.stringify(before)) workspace.show(view);
    else letIn(session, view);
  };

  /** Who comes in through the form, after a while perhaps, is brought to where the address bar points. */
  const arrived = (arrival: Fragment) => {
    const shown = readFragment(location.hash);
    const there = shown.scope && arrival.scopes.some((scope) => shown.scope && sameScope(scope, shown.scope));
    enter(arrival, there ? shown : arrival);
  };

  const stayOut = (shown: Fragment) => {
    workspace?.stop();
    workspace = undefined;
    const asked = [...shown.scopes, ...(shown.scope ? [shown.scope] : [])];
    root.replaceChildren(entrance(asked, arrived));
  };

  const leave = () => {
    clearTimeout(settling);
    forgetSession(sessionStorage);
    history.replaceState(undefined, "", location.pathname);
    stayOut({ scopes: [] });
  };

  // Also when a link is opened in the tab that the portal is in already: only the fragment changes then.
  const follow = () => {
    clearTimeout(settling);
    const fragment = readFragment(location.hash);
    if (fragment.token !== undefined) history.replaceState(undefined, "", location.pathname);
    enter(fragment, fragment);
  };
  addEventListener("popstate", follow);
  addEventListener("online", () => workspace?.online());
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) workspace?.closeEntry();
  });
  follow();
}

/** Where the fragment says nothing: the narrowest scope there is, and the default range. */
function viewOf(session: Session, { scope, scopes, range, filter, below, opened }: Fragment): View | undefined {
  const chosen = scope ?? scopes.at(-1) ?? session.scopes.at(-1);
  if (!chosen) return undefined;
  const list = { scope: chosen, range: range ?? DEFAULT_RANGE, filter: filter ?? "", below: below ?? false };
  return opened ? { ...list, opened } : list;
}
