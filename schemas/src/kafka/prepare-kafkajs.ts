// kafkajs as we need it, once per process: bounded codecs, and no timer on a connection that has nothing to do.
import { createRequire } from "node:module";
import kafkajs from "kafkajs";
import { gzipCodec, zstdCodec } from "./codecs.ts";

const QUEUE_MODULE = "kafkajs/src/network/requestQueue";

interface RequestQueue {
  pending: unknown[];
  scheduleCheckPendingRequests: (this: RequestQueue) => void;
}

/** Idempotent. Relies on one internal module of kafkajs 2.2.4; prepare-kafkajs.test.ts fails where it changes. */
export function prepareKafkajs(): void {
  kafkajs.CompressionCodecs[kafkajs.CompressionTypes.ZSTD] = zstdCodec;
  kafkajs.CompressionCodecs[kafkajs.CompressionTypes.GZIP] = gzipCodec;
  calmRequestQueue(requestQueue());
}

const calmed = new WeakSet<RequestQueue>();

/**
 * Without this every connection re-arms a timer of one millisecond for ever (kafkajs issue 1751): about 5 % of a core idle, and a
 * warning on Node 24. The timer is only of use where a request waits; the next request arms it again.
 */
function calmRequestQueue(prototype: RequestQueue): void {
  if (calmed.has(prototype)) return;
  calmed.add(prototype);
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function scheduleWhereNeeded(this: RequestQueue) {
    if (this.pending.length > 0) schedule.call(this);
  };
}

/** Throws where kafkajs no longer has what is replaced here. */
export function requestQueue(): RequestQueue {
  const queue: unknown = createRequire(import.meta.url)(QUEUE_MODULE);
  const prototype: unknown = typeof queue === "function" ? queue.prototype : undefined;
  if (!isRequestQueue(prototype)) throw new Error(`${QUEUE_MODULE} is not what it was in kafkajs 2.2.4`);
  return prototype;
}

/** A prototype has methods only; `pending` belongs to its instances. */
function isRequestQueue(prototype: unknown): prototype is RequestQueue {
  return typeof prototype === "object" && prototype !== null && "scheduleCheckPendingRequests" in prototype;
}
