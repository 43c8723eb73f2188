import { hierarchyContract } from "./hierarchy.contract.ts";
import { memoryHierarchy } from "./memory-hierarchy.ts";

hierarchyContract(async () => {
  const hierarchy = memoryHierarchy();
  return { hierarchy, place: async (...told) => hierarchy.place(...told) };
});
