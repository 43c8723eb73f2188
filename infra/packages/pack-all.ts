// Every published package: built, staged, packed.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.ts";
import { pack } from "./pack.ts";
import { publishedPackages } from "./published.ts";
import { stage } from "./stage.ts";

export interface PackedPackage {
  name: string;
  tarball: string;
}

export function packAll(out: string): PackedPackage[] {
  const packages = publishedPackages();
  const built = join(out, "built");
  mkdirSync(built, { recursive: true });
  build(packages, built);
  const packed = packages.map((published) => {
    return { name: published.manifest.name, tarball: pack(stage(published, built, join(out, "packages"))) };
  });
  rmSync(built, { recursive: true });
  return packed;
}
