// What every Emails promises, as a suite: run by the tests of each implementation.
import { ERASED_VERSION, MAX_NAME_LENGTH } from "@audit-log/schemas";
import { describe, expect, test } from "vitest";
import type { Emails, Initiator } from "./emails.ts";

export interface EmailsUnderTest {
  emails: Emails;
  /** Told in any order: the largest version counts. '' erases. */
  tell(initiator: Initiator, email: string, version: string): Promise<void>;
}

const signal = new AbortController().signal;

const user = (id: string): Initiator => ({ kind: "USER", id });

/** `open` gives a store in which nothing was told. */
export function emailsContract(open: () => Promise<EmailsUnderTest>): void {
  const latest = async ({ emails }: EmailsUnderTest, ...initiators: Initiator[]) => {
    const emailOf = await emails.latest(initiators, signal);
    return initiators.map(emailOf);
  };

  describe("initiators' e-mails", () => {
    test("of nobody, and of one who was never told", async () => {
      const opened = await open();
      expect(await latest(opened)).toEqual([]);
      expect(await latest(opened, user("ada"))).toEqual([undefined]);
    });

    test("the latest counts, in whatever order they are told", async () => {
      const opened = await open();
      await opened.tell(user("ada"), "new@example.com", "1700000000002");
      await opened.tell(user("ada"), "old@example.com", "1700000000001");
      await opened.tell(user("bob"), "bob@example.com", "1700000000001");
      expect(await latest(opened, user("bob"), user("ada"), user("bob"))).toEqual([
        "bob@example.com",
        "new@example.com",
        "bob@example.com",
      ]);
    });

    test("a user and a service account may share an id", async () => {
      const opened = await open();
      const account = { kind: "SERVICE_ACCOUNT", id: "ada" };
      await opened.tell(account, "ada@sa.example.com", "2");
      expect(await latest(opened, user("ada"), account)).toEqual([undefined, "ada@sa.example.com"]);
      await opened.tell(user("ada"), "ada@example.com", "1");
      expect(await latest(opened, user("ada"), account)).toEqual(["ada@example.com", "ada@sa.example.com"]);
    });

    test("what was erased is not known, also when a later event names it again", async () => {
      const opened = await open();
      await opened.tell(user("ada"), "ada@example.com", "1700000000001");
      await opened.tell(user("ada"), "", ERASED_VERSION);
      expect(await latest(opened, user("ada"))).toEqual([undefined]);
      await opened.tell(user("ada"), "ada@example.com", "9000000000000");
      expect(await latest(opened, user("ada"))).toEqual([undefined]);
    });

    test("ids are any text", async () => {
      const opened = await open();
      const ids = [
        "",
        "'",
        "\\",
        "a'],['b",
        "\\'",
        "tab\tline\nfeed\r",
        "nul\u0000",
        "ünïcödé 😀",
        "{ids}",
        "--x\r\n\r\n",
      ];
      for (const id of ids) await opened.tell(user(id), `${ids.indexOf(id)}@example.com`, "1");
      expect(await latest(opened, ...ids.map(user))).toEqual(ids.map((_id, index) => `${index}@example.com`));
    });

    test("a page of long ids, each another", async () => {
      const opened = await open();
      const ids = Array.from({ length: 1000 }, (_none, index) => `${index}`.padEnd(MAX_NAME_LENGTH, "'ü\\"));
      await opened.tell(user(ids[0] ?? ""), "first@example.com", "1");
      await opened.tell(user(ids[999] ?? ""), "last@example.com", "1");
      const found = await latest(opened, ...ids.map(user));
      expect([found[0], found[1], found[999]]).toEqual(["first@example.com", undefined, "last@example.com"]);
    });

    test("an id or an e-mail longer than the contract allows has none", async () => {
      const opened = await open();
      const long = "x".repeat(MAX_NAME_LENGTH + 1);
      await opened.tell(user(long), "ada@example.com", "1");
      await opened.tell(user("ada"), long, "1");
      await opened.tell(user("bob"), long.slice(1), "1");
      expect(await latest(opened, user(long), user("ada"), user("bob"))).toEqual([undefined, undefined, long.slice(1)]);
    });
  });
}
