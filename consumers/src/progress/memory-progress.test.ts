import { MemoryProgress } from "./memory-progress.ts";
import { progressStoreContract } from "./progress-store.contract.ts";

progressStoreContract(async () => new MemoryProgress());
