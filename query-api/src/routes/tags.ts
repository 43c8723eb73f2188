// Under which the document lists its operations, in this order.
export const tags = [
  { name: "v2", description: "As published: lists of one day" },
  {
    name: "entries",
    description: "v3: lists of up to 90 days, filtered and searched; one entry, and what belongs to it",
  },
  { name: "arrival", description: "v3, for machines: entries in the order in which they were received, without gaps" },
  { name: "counts", description: "v3: how many entries, and what they say together" },
  { name: "download", description: "v3: entries as a file" },
  { name: "reference", description: "v3: which events and filter fields there are; open to everybody" },
] as const;

export type Tag = (typeof tags)[number]["name"];
