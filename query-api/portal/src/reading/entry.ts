// The entry as the query API defines it. Types only: nothing of the service is carried into the page.
export type { Entry, EntryPage } from "../../../src/entries/entry.ts";
