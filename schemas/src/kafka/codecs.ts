// zstd for Kafka record batches from Node's own zlib; kafkajs asks for a codec in this shape.
import { promisify } from "node:util";
import { constants, gunzip, gzip, zstdCompress, zstdDecompress } from "node:zlib";

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
const unzip = promisify(gunzip);
const zip = promisify(gzip);

/** A batch that unpacks to more is refused: a few kilobytes can hide gigabytes. */
export const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;

interface KafkaEncoder {
  buffer: Buffer;
}

export const zstdCodec = () => ({
  compress: (encoder: KafkaEncoder): Promise<Buffer> =>
    compress(encoder.buffer, {
      params: { [constants.ZSTD_c_compressionLevel]: 1 },
      pledgedSrcSize: encoder.buffer.length,
    }),
  decompress: (buffer: Buffer): Promise<Buffer> => decompress(buffer, { maxOutputLength: MAX_UNPACKED_BYTES }),
});

/** kafkajs unpacks gzip without a bound; this one has it. */
export const gzipCodec = () => ({
  compress: (encoder: KafkaEncoder): Promise<Buffer> => zip(encoder.buffer),
  decompress: (buffer: Buffer): Promise<Buffer> => unzip(buffer, { maxOutputLength: MAX_UNPACKED_BYTES }),
});
