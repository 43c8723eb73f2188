// The portal for a reader who is in: bar, list and opened entry, kept in step with the view.
import { sameList, type Fragment, type View } from "./view/fragment.ts";
import type { Session } from "./access/session.ts";
import { tokenForm } from "./access/token-form.ts";
import { createBar } from "./bar/bar.ts";
import { createEntryPanel } from "./entry/entry-panel.ts";
import { createEntryList } from "./list/entry-list.ts";
import { createListReader } from "./list/list-reader.ts";
import { createFrame } from "./frame.ts";
import type { TimeText } from "./page/time-text.ts";
import type { Entry } from "./reading/entry.ts";
import { mayPass } from "./reading/failure.ts";
import type { Download } from "./reading/download.ts";
import type { ReadEntries } from "./reading/read-entries.ts";
import { narrowed } from "./view/filter-term.ts";
import { questionOf } from "./view/question.ts";
import { WIDEST_RANGE } from "./view/range.ts";
import { sameScope } from "./view/scope.ts";

export interface WorkspaceWays {
  readonly read: ReadEntries;
  readonly download: Download;
  readonly time: TimeText;
  readonly now: () => number;
  /** Shows another view; `push` makes it a step of the browser's history. */
  readonly go: (view: View, push: boolean) => void;
  readonly arrived: (arrival: Fragment) => void;
  readonly leave: () => void;
}

export interface Workspace {
  readonly element: HTMLElement;
  readonly show: (view: View) => void;
  /** The network came back. */
  readonly online: () => void;
  readonly closeEntry: () => void;
  readonly stop: () => void;
}

export function createWorkspace({ scopes }: Session, start: View, ways: WorkspaceWays): Workspace {
  const { time, now, go } = ways;
  let view = start;
  /** Reading of the list that the view asks for; what is opened waits for it. */
  let looking: Promise<void> | undefined;
  /** The focus goes into the entry once it is shown. */
  let entering = false;

  const again = (keep: boolean) => {
    looking = reader.first(view, keep);
    if (!keep) void showOpened();
  };
  const openEntry = (entry: Entry, push: boolean) =>
    go({ ...view, opened: { id: entry.id, at: entry.eventTimeStamp } }, push);
  /** Another list: what is opened belongs to this one. */
  const goTo = (changes: Partial<View>) => {
    const { opened: _, ...list } = view;
    go({ ...list, ...changes }, true);
  };
  const closeEntry = () => {
    const { opened, ...closed } = view;
    if (!opened) return;
    go(closed, false);
    list.focus(opened.id);
  };

  const bar = createBar(
    scopes,
    {
      scope: (scope) => goTo({ scope }),
      range: (range) => goTo({ range }),
      filter: (filter) => (filter === view.filter ? again(true) : goTo({ filter })),
      below: (below) => goTo({ below }),
      fetchFile: (format, ...rest) => ways.download(view.scope, format, questionOf(view, now()), ...rest),
      again: () => again(true),
      leave: () => ways.leave(),
    },
    time,
    now,
  );
  const list = createEntryList(
    {
      open(entry, enter) {
        entering = enter;
        openEntry(entry, !view.opened);
      },
      moved: (entry) => view.opened && openEntry(entry, false),
      more: () => void reader.more(view),
      retry: () => again(false),
      widen: () => goTo({ range: WIDEST_RANGE }),
      below: () => goTo({ below: true }),
      all: () => goTo({ filter: "" }),
      signIn: () => tokenForm(scopes, ways.arrived),
    },
    time,
    now,
  );
  const panel = createEntryPanel(
    {
      close: closeEntry,
      step(by) {
        const entry = view.opened && list.neighbour(view.opened.id, by);
        if (entry) openEntry(entry, false);
      },
      only(term) {
        goTo({ filter: narrowed(view.filter, term) });
        // The button that was pressed is gone with the entry.
        bar.focusSearch();
      },
    },
    time,
  );
  const reader = createListReader(
    ways.read,
    (state) => {
      bar.show(view, state);
      list.show(state, view);
    },
    now,
  );

  const frame = createFrame(bar.element, list.element, panel.element);

  const showOpened = async () => {
    const asked = view;
    const { opened, scope } = asked;
    list.mark(opened?.id);
    frame.show(opened !== undefined);
    if (!opened) return panel.hide();
    await looking;
    const stillAsked = () => view.opened?.id === opened.id && sameScope(view.scope, scope);
    const { state } = reader;
    if (!stillAsked()) return;
    if (state.kind === "failed") return panel.hide();
    const listed = state.kind === "read" && state.entries.find(({ id }) => id === opened.id);
    if (!listed) panel.say("loading");
    const entry = listed || (await reader.find(asked, opened));
    if (!stillAsked()) return;
    if (!entry) return panel.say("missing");
    panel.show(entry);
    list.mark(entry.id);
    if (entering || frame.narrow.matches) panel.focus();
    entering = false;
  };

  return {
    element: frame.element,
    closeEntry,
    online: () => {
      if (reader.state.kind === "failed" && mayPass(reader.state.failure)) again(false);
    },
    stop() {
      reader.stop();
      bar.stop();
      frame.stop();
    },
    show(next) {
      const read = looking && sameList(next, view);
      view = next;
      if (!read) looking = reader.first(view);
      void showOpened();
    },
  };
}
