// The path of a route that names nothing but a scope.
import { z } from "zod";
import { scopeId, type ScopePath } from "../scope.ts";

export const scopeOnly = ({ parameter, title }: ScopePath): z.ZodType<string> =>
  z.object({ [parameter]: scopeId(title.toLowerCase()) }).transform(({ [parameter]: id = "" }) => id);
