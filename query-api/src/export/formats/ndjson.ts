// One entry of /v3 per line, each the very bytes that a list shows.
import { EntryJson } from "../json/entry-json.ts";
import type { RowFormat } from "./format.ts";

const LINE_FEED = 0x0a;

export const ndjson: RowFormat = {
  head: "",
  endsInManifest: true,
  writer: () => {
    const json = new EntryJson();
    return {
      write: (row, initiator, to) => {
        json.write(row, initiator, to);
        to.reserve(1);
        to.bytes[to.end++] = LINE_FEED;
      },
    };
  },
};
