// The catalogue as people and programs find it: complete, every link leads somewhere, types are words, and nothing is read as Markdown
// that is none.
import { describe, expect, test } from "vitest";
import { events } from "../../catalogue.ts";
import { readCatalogue } from "../../catalogue-document.ts";
import { readContract } from "../../contract/read-contract.ts";
import { namedTypes } from "../../resolution.ts";
import { catalogueFiles, CATALOGUE_FOLDER } from "./catalogue-files.ts";
import { writtenCatalogue } from "./document.ts";
import { documentedFields, words } from "./fields.ts";
import { anchor, sentence, table, text } from "./markdown.ts";

const files = new Map(catalogueFiles(readContract()));
const pages = [...files].filter(([path]) => path.endsWith(".md"));
const document = readCatalogue();

const headings = (page: string): string[] =>
  [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    anchor(heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")),
  );

test("every link inside the catalogue leads to a page and a heading", () => {
  const dead = pages.flatMap(([path, page]) =>
    [...page.matchAll(/\]\((?!http)([^)#]*)(?:#([^)]*))?\)/g)].flatMap(([, target = "", heading]) => {
      const url = new URL(target, `file:///${path}`).pathname.slice(1);
      const text = target === "" ? page : files.get(url);
      if (text === undefined) return url.startsWith("producers/") ? [] : [`${path} → ${url}`];
      return heading === undefined || headings(text).includes(heading) ? [] : [`${path} → ${url}#${heading}`];
    }),
  );
  expect(dead).toEqual([]);
});

test("no page has the same heading twice, or a link to it would be a matter of luck", () => {
  const twice = pages
    .filter(([path]) => path !== `${CATALOGUE_FOLDER}/README.md`)
    .flatMap(([path, page]) =>
      headings(page)
        .filter((one, at, all) => all.indexOf(one) !== at)
        .map((one) => path + one),
    );
  expect(twice).toEqual([]);
});

test("every event is in the index, on its service's page and in the document, in the same order", () => {
  const names = events.map(({ name }) => name);
  expect(document.events.map(({ name }) => name)).toEqual(names);
  expect(names).toEqual(names.toSorted());
  const index = files.get(`${CATALOGUE_FOLDER}/README.md`) ?? "";
  for (const { name, domain, service } of events) {
    expect(index).toContain(`[\`${name}\`](${domain}/${service}.md#`);
    expect(files.get(`${CATALOGUE_FOLDER}/${domain}/${service}.md`)).toContain(`\n### ${name}\n`);
  }
});

test("programs get of an event what the document says of it", () => {
  const byName = new Map(document.events.map((event) => [event.name, event]));
  for (const event of events) expect(byName.get(event.name)).toMatchObject(event);
});

test("the two ends of a long operation name each other", () => {
  const endedBy = new Map(document.events.map((event) => [event.name, event.endedBy]));
  const ends = document.events.flatMap(({ name, endOf }) => (endOf === undefined ? [] : [{ name, endOf }]));
  expect(ends.length).toBeGreaterThan(20);
  for (const { name, endOf } of ends) expect(endedBy.get(endOf)).toBe(name);
});

describe("fields", () => {
  const record = document.events.find(({ name }) => name === "load-balancer.instance.create");
  const typeOf = (name: string) => record?.fields.find((field) => field.name === name);

  test("types are words", () => {
    expect(typeOf("labels")).toMatchObject({ type: "texts by key", optional: false });
    expect(typeOf("planId")).toMatchObject({ type: "text", optional: true });
    expect(typeOf("privateNetworkOnly")?.type).toBe("true or false");
    expect(words({ type: "array", items: "int" }, new Map())).toBe("list of whole numbers");
    expect(words(["null", { type: "enum", name: "Colour", symbols: ["RED", "BLUE"] }], new Map())).toBe(
      "one of RED, BLUE",
    );
  });

  test("parts of nested records stand under their path", () => {
    expect(typeOf("targetPools")?.type).toBe("list of objects");
    expect(typeOf("targetPools[].targets[].ip")).toMatchObject({ type: "text", about: "IP address." });
  });

  test("no type is left in Avro's words", () => {
    const types = new Set(document.events.flatMap(({ fields }) => fields.map(({ type }) => type)));
    const plain =
      /^(list of )?(texts?|whole numbers?|numbers?|true or false|objects?|time, ms UTC|one of .*)( by key)?$/;
    expect([...types].filter((type) => !plain.test(type))).toEqual([]);
  });

  test("a record inside itself is explained once", () => {
    const tree = {
      type: "record" as const,
      name: "Tree",
      fields: [{ name: "children", type: { type: "array" as const, items: "Tree" } }],
    };
    expect(documentedFields(tree, namedTypes(tree)).map(({ name }) => name)).toEqual([
      "children",
      "children[].children",
    ]);
  });
});

test("an event whose example is not written yet is shown without", () => {
  const { events: shown } = writtenCatalogue(readContract(), []);
  expect(shown[0]).not.toHaveProperty("example");
});

test("text of the contract is not Markdown, its code is", () => {
  expect(text("cron `0 18 * * *` or *, a|b, <id>")).toBe("cron `0 18 * * *` or \\*, a\\|b, \\<id\\>");
  expect(sentence("{initiator} set {details.port} (*)")).toBe("*initiator* set *port* (\\*)");
  expect(table(["A"], [["1"]])).toBe("| A |\n| --- |\n| 1 |\n");
});
