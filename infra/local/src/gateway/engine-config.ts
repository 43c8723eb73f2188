/** The embedded engine's configuration: bounded caches and threads for a small machine, and the defaults of a real server. */
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";

export interface EngineLimits {
  /** All queries and merges together. */
  readonly memoryBytes: number;
}

/** Writes the configuration below `dir` and returns the path of its main file. */
export async function writeEngineConfig(dir: string, limits: EngineLimits): Promise<string> {
  await mkdir(dir, { recursive: true });
  const users = join(dir, "users.xml");
  const config = join(dir, "config.xml");
  await writeFile(users, usersXml(limits));
  await writeFile(config, configXml(users, limits));
  return config;
}

function configXml(usersFile: string, limits: EngineLimits): string {
  return `<clickhouse>
  <users_config>${xmlText(usersFile)}</users_config>
  <timezone>UTC</timezone>
  <max_server_memory_usage>${limits.memoryBytes}</max_server_memory_usage>
  <mark_cache_size>268435456</mark_cache_size>
  <uncompressed_cache_size>0</uncompressed_cache_size>
  <background_pool_size>${availableParallelism()}</background_pool_size>
  <background_schedule_pool_size>4</background_schedule_pool_size>
</clickhouse>
`;
}

/** \`implicit_select\` is the library's own default: \`selec 1\` would be an alias and not an error. */
function usersXml(limits: EngineLimits): string {
  return `<clickhouse>
  <profiles>
    <default>
      <async_insert>0</async_insert>
      <implicit_select>0</implicit_select>
      <max_threads>${availableParallelism()}</max_threads>
      <max_memory_usage>${Math.floor(limits.memoryBytes * 0.8)}</max_memory_usage>
      <max_query_size>67108864</max_query_size>
    </default>
  </profiles>
  <users>
    <default>
      <password></password>
      <networks><ip>::/0</ip></networks>
      <profile>default</profile>
      <quota>default</quota>
      <access_management>1</access_management>
    </default>
  </users>
  <quotas><default></default></quotas>
</clickhouse>
`;
}

const xmlText = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
