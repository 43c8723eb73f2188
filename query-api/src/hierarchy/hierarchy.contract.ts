// What every Hierarchy promises, as a suite: run by the tests of each implementation.
import { describe, expect, test } from "vitest";
import type { Scope } from "../scope.ts";
import type { Hierarchy } from "./hierarchy.ts";

export interface HierarchyUnderTest {
  hierarchy: Hierarchy;
  /** The scope lies under these from now on: folders, nearest first, then the organization. */
  place: (scope: Scope, ...above: Scope[]) => Promise<void>;
}

const { signal } = new AbortController();
export const organization = (id: string): Scope => ({ type: "ORGANIZATION", id });
export const folder = (id: string): Scope => ({ type: "FOLDER", id });
export const project = (id: string): Scope => ({ type: "PROJECT", id });

/** `open` gives a hierarchy in which nothing is known. */
export function hierarchyContract(open: () => Promise<HierarchyUnderTest>): void {
  describe("a hierarchy", () => {
    test("tells the folders above, nearest first, and then the organization", async () => {
      const { hierarchy, place } = await open();
      await place(organization("o1"));
      await place(folder("f1"), organization("o1"));
      await place(folder("f2"), folder("f1"), organization("o1"));
      await place(project("p1"), folder("f2"), folder("f1"), organization("o1"));
      await place(project("p2"), organization("o1"));
      expect(await hierarchy.above(project("p1"), signal)).toEqual([folder("f2"), folder("f1"), organization("o1")]);
      expect(await hierarchy.above(folder("f2"), signal)).toEqual([folder("f1"), organization("o1")]);
      expect(await hierarchy.above(folder("f1"), signal)).toEqual([organization("o1")]);
      expect(await hierarchy.above(project("p2"), signal)).toEqual([organization("o1")]);
      expect(await hierarchy.above(organization("o1"), signal)).toEqual([]);
    });

    test("knows nothing of a scope that is not there, or is of another type", async () => {
      const { hierarchy, place } = await open();
      await place(project("p1"), folder("f1"), organization("o1"));
      expect(await hierarchy.above(project("p2"), signal)).toEqual([]);
      expect(await hierarchy.above(folder("p1"), signal)).toEqual([]);
      expect(await hierarchy.above(organization("p1"), signal)).toEqual([]);
    });

    test("learns of a scope that is new, and of a move, at once", async () => {
      const { hierarchy, place } = await open();
      expect(await hierarchy.above(project("p1"), signal)).toEqual([]);
      await place(project("p1"), folder("f1"), organization("o1"));
      expect(await hierarchy.above(project("p1"), signal)).toEqual([folder("f1"), organization("o1")]);
      await place(project("p1"), organization("o2"));
      expect(await hierarchy.above(project("p1"), signal)).toEqual([organization("o2")]);
    });

    test("ids are any text", async () => {
      const { hierarchy, place } = await open();
      for (const id of ["'", "\\", "a,b", '["x"]', "tab\tline\nfeed", "nul\u0000", "ünïcödé 😀", "{scopeId}"]) {
        await place(project(id), folder(`f${id}`), organization(`o${id}`));
        expect(await hierarchy.above(project(id), signal)).toEqual([folder(`f${id}`), organization(`o${id}`)]);
      }
      expect(await hierarchy.above(project("' OR 1 = 1 --"), signal)).toEqual([]);
    });
  });
}
