// kafkajs for the suite: it also writes and reads what the product's producers never send, so its codecs have no bounds.
import { promisify } from "node:util";
import { gunzip, gzip, zstdCompress, zstdDecompress } from "node:zlib";
import { prepareKafkajs } from "@audit-log/schemas/kafka";
import kafkajs from "kafkajs";
import { lz4Codec, snappyCodec } from "./foreign-codecs.ts";

export const { CompressionTypes } = kafkajs;

interface Encoder {
  buffer: Buffer;
}

const codecOf = (pack: (bytes: Buffer) => Promise<Buffer>, unpack: (bytes: Buffer) => Promise<Buffer>) => () => ({
  compress: ({ buffer }: Encoder): Promise<Buffer> => pack(buffer),
  decompress: unpack,
});

const MAX_BYTES = { maxOutputLength: 1024 * 1024 * 1024 };
const [zip, zstd] = [promisify(gzip), promisify(zstdCompress)];
const [unzip, unzstd] = [promisify(gunzip), promisify(zstdDecompress)];

export function chaosKafka(brokers: string[]): kafkajs.Kafka {
  prepareKafkajs();
  const codecs = kafkajs.CompressionCodecs;
  codecs[CompressionTypes.GZIP] = codecOf(
    (bytes) => zip(bytes),
    (bytes) => unzip(bytes, MAX_BYTES),
  );
  codecs[CompressionTypes.ZSTD] = codecOf(
    (bytes) => zstd(bytes),
    (bytes) => unzstd(bytes, MAX_BYTES),
  );
  codecs[CompressionTypes.Snappy] = codecOf(snappyCodec.pack, snappyCodec.unpack);
  codecs[CompressionTypes.LZ4] = codecOf(lz4Codec.pack, lz4Codec.unpack);
  return new kafkajs.Kafka({
    clientId: "chaos",
    brokers,
    logLevel: kafkajs.logLevel.NOTHING,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 },
  });
}
