// The portal: lets the reader in, keeps the view in the URL's fragment, and follows the back button.
import { entrance } from "./access/entrance.ts";
import { arrive, forgetSession, keepSession, readSession, type Session } from "./access/session.ts";
import { createTimeText } from "./page/time-text.ts";
import { createReadEntries } from "./reading/read-entries.ts";
import { readFragment, writeFragment, type Fragment, type View } from "./view/fragment.ts";
import { DEFAULT_RANGE } from "./view/range.ts";
import { sameScope } from "./view/scope.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

export function startPortal(root: HTMLElement): void {
  const time = createTimeText();
  const now = () => Date.now();
  let workspace: Workspace | undefined;

  const letIn = (session: Session, view: View) => {
    workspace?.stop();
    workspace = createWorkspace(session, view, {
      read: createReadEntries(session.token, document.baseURI, (input, init) => fetch(input, init)),
      time,
      now,
      go,
      arrived,
      leave,
    });
    root.replaceChildren(workspace.element);
    go(view, false);
  };

  const go = (view: View, push: boolean) => {
    const url = writeFragment(view);
    if (push) history.pushState(undefined, "", url);
    else history.replaceState(undefined, "", url);
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
    forgetSession(sessionStorage);
    history.replaceState(undefined, "", location.pathname);
    stayOut({ scopes: [] });
  };

  // Also when a link is opened in the tab that the portal is in already: only the fragment changes then.
  const follow = () => {
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
function viewOf(session: Session, { scope, scopes, range, opened }: Fragment): View | undefined {
  const chosen = scope ?? scopes.at(-1) ?? session.scopes.at(-1);
  return chosen && { scope: chosen, range: range ?? DEFAULT_RANGE, ...(opened ? { opened } : {}) };
}
