// "@audit-log/schemas/kafka": what producers and workers must agree on about Kafka's client.
export { connectionOptions, readKafkaAddress, readPrefix, readRegistryAddress, type KafkaAddress } from "./address.ts";
export { createTopics } from "./create-topics.ts";
export { crc32c } from "./crc32c.ts";
export { MAX_UNPACKED_BYTES } from "./codecs.ts";
export { privateOf } from "./private-of.ts";
export { socketsBy } from "./sockets.ts";
export { topicDefinitions } from "./topics.ts";
export { prepareKafkajs } from "./prepare-kafkajs.ts";
