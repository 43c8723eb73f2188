// The service as an app that does not listen yet: everything it depends on is passed in, so that tests run the same wiring as main.
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import { validatorCompiler } from "fastify-type-provider-zod";
import type { Authorizer } from "./auth/authorize.ts";
import { recentGrants } from "./auth/recent-grants.ts";
import { REFUSAL_MS, refusalPause } from "./auth/refusal-pause.ts";
import type { KeySet } from "./auth/key-set.ts";
import { authentication } from "./auth/request-principal.ts";
import { tokenVerifier } from "./auth/verify-token.ts";
import type { Emails } from "./emails/emails.ts";
import { measuredEmails } from "./emails/measured-emails.ts";
import { rememberedEmails } from "./emails/remembered-emails.ts";
import { exportCursors } from "./export/export-cursor.ts";
import { registerExports } from "./export/export-routes.ts";
import { exportSlots } from "./export/export-slots.ts";
import type { ExportStore } from "./export/store/export-store.ts";
import type { Hierarchy } from "./hierarchy/hierarchy.ts";
import type { InsightRows } from "./insights/insight-rows.ts";
import type { Metrics } from "./metrics.ts";
import { createCursors } from "./query/cursor.ts";
import { createFeedCursors } from "./query/feed-cursor.ts";
import { createReadiness, type ReadinessCheck } from "./readiness.ts";
import { registerAnswers } from "./routes/answers.ts";
import { registerCatalogue } from "./routes/catalogue.ts";
import { registerDocs } from "./routes/docs/docs.ts";
import { registerDocument } from "./routes/document.ts";
import { errorAnswers } from "./routes/error-answers.ts";
import { registerFilterFields } from "./routes/filter-fields.ts";
import { getEntry } from "./routes/get-entry.ts";
import { listInsights } from "./routes/list-insights.ts";
import { readFeed } from "./routes/feed/feed-route.ts";
import { readFreshness } from "./routes/feed/freshness.ts";
import { registerTail } from "./routes/feed/tail-route.ts";
import { TAIL_PACE, type TailPace } from "./routes/feed/tail.ts";
import { Tails } from "./routes/feed/tails.ts";
import { registerLists } from "./routes/list-routes.ts";
import { registerOperations } from "./routes/operations.ts";
import { limitedRequests, registerPressure } from "./routes/request-limits.ts";
import { registerPortal } from "./routes/portal.ts";
import { relatedEntries } from "./routes/related-entries.ts";
import { registerScoped } from "./routes/scoped-routes.ts";
import { summarizeEntries } from "./routes/summarize-entries.ts";
import { v2, v2Document } from "./routes/v2.ts";
import { v3, v3Document } from "./routes/v3.ts";
import { serverOptions } from "./server-options.ts";
import { endSilentConnections } from "./silent-connections.ts";
import type { EntryStore } from "./store/entry-store.ts";
import { recordReaders, type Recording } from "./recording/index.ts";
import type { FeedStore } from "./store/feed-store.ts";
import { measuredFeed, measuredStore } from "./store/measured-store.ts";
import { recentProgress } from "./store/recent-progress.ts";
import type { Summaries } from "./summary/summary.ts";

export interface ApiDependencies {
  store: EntryStore;
  feed: FeedStore;
  summaries: Summaries;
  insightRows: InsightRows;
  /** Where downloads come from. */
  exports: ExportStore;
  emails: Emails;
  hierarchy: Hierarchy;
  keySet: KeySet;
  authorizer: Authorizer;
  /** Undefined: readers are not recorded. */
  recording: Recording | undefined;
  metrics: Metrics;
  logger: FastifyBaseLogger;
  /** Milliseconds UTC. */
  now: () => number;
  /** Default: TAIL_PACE. */
  tailPace?: TailPace;
  config: ApiConfig;
}

export interface ApiConfig {
  issuer: string;
  audience: string;
  /** Values of `typ` that tokens may have. Default: access tokens of RFC 9068. */
  tokenTypes?: readonly string[] | undefined;
  /** At least 32 bytes. */
  cursorSecret: string;
  /** How long "unknown" takes at least. Default: REFUSAL_MS. */
  refusalMs?: number;
  /** Of one principal, per minute. */
  mostRequests: number;
  /** Milliseconds that the process may be late before it turns requests away; 0: for ever. */
  mostDelayMs?: number | undefined;
  /** Folder of the built portal. */
  portalFolder?: string | undefined;
  /** Default: 0. */
  trustedProxies?: number;
}

/** Well beyond what a crowded machine causes; the handlers give up after 15 s (server-options.ts). */
const MOST_DELAY_MS = 3_000;

export async function buildApi(dependencies: ApiDependencies): Promise<FastifyInstance> {
  const { summaries, insightRows, keySet, authorizer, hierarchy, recording, metrics, logger, now, config } =
    dependencies;
  const { issuer, audience, tokenTypes: types, trustedProxies = 0 } = config;
  const store = measuredStore(dependencies.store, metrics);
  // Not `now`: a clock that is set back would keep an erased e-mail.
  const steady = () => performance.now();
  const emails = rememberedEmails(measuredEmails(dependencies.emails, metrics), steady);
  const authority = {
    authorizer,
    hierarchy,
    recent: recentGrants(steady),
    pause: refusalPause(config.refusalMs ?? REFUSAL_MS, steady),
  };
  const cursors = createCursors(config.cursorSecret);
  const authenticate = authentication(tokenVerifier({ issuer, audience, types, keySet, now }), metrics);

  const readers = recordReaders({ recording, metrics, logger, now });
  const { onError, onNotFound, onClientError } = errorAnswers(now);

  const app: FastifyInstance = Fastify({
    ...serverOptions,
    // The peer is hop 0: what stands in X-Forwarded-For is believed as far as our own proxies wrote it.
    trustProxy: (_address, hop) => hop < trustedProxies,
    loggerInstance: logger,
    clientErrorHandler: onClientError,
    frameworkErrors: onError,
  });
  app.setErrorHandler(onError);
  app.setNotFoundHandler(onNotFound);
  app.setValidatorCompiler(validatorCompiler);
  // Answers are built by typed functions and held to their schemas by tests: checking every entry again would cost more than the query.
  app.setSerializerCompiler(() => (body) => JSON.stringify(body));

  endSilentConnections(app);
  await registerAnswers(app, metrics);
  await registerPressure(app, config.mostDelayMs ?? MOST_DELAY_MS, metrics);
  const admitted = await limitedRequests(app, authenticate, config.mostRequests, metrics);
  await registerDocument(app);
  await registerDocs(app);
  app.addHook("onClose", async () => readers.flush());
  const lists = { authority, store, emails, cursors, metrics, readingOf: readers.readingOf, now };
  registerLists(app, admitted, lists, v2, v2Document);
  registerLists(app, admitted, lists, v3, v3Document);
  const scoped = { app, authenticate: admitted, readingOf: readers.readingOf };
  registerScoped(scoped, getEntry(lists));
  registerScoped(scoped, relatedEntries(lists));
  registerScoped(scoped, summarizeEntries({ ...lists, summaries }));
  registerScoped(scoped, listInsights({ ...lists, insightRows }));
  const feed = recentProgress(measuredFeed(dependencies.feed, metrics), steady);
  const feeds = { ...lists, feed, cursors: createFeedCursors(config.cursorSecret) };
  registerScoped(scoped, readFeed(feeds));
  registerScoped(scoped, readFreshness(feeds));
  registerTail(app, admitted, { ...feeds, tails: new Tails(), pace: dependencies.tailPace ?? TAIL_PACE });
  registerExports(app, admitted, {
    authority,
    metrics,
    readingOf: readers.readingOf,
    now,
    steady,
    store: dependencies.exports,
    // Not remembered beyond what a download itself remembers: an erasure shows within 30 seconds.
    emails: measuredEmails(dependencies.emails, metrics),
    cursors: exportCursors(config.cursorSecret),
    slots: exportSlots(),
  });
  registerCatalogue(app);
  registerFilterFields(app);
  registerOperations(app, metrics, createReadiness(readinessChecks(store, keySet, metrics), now));
  if (config.portalFolder !== undefined) await registerPortal(app, config.portalFolder);
  await app.ready();
  return app;
}

const readinessChecks = (
  store: EntryStore,
  keySet: KeySet,
  { issuerKeysOverdueSeconds }: Metrics,
): readonly ReadinessCheck[] => [
  async () => {
    await store.ping();
    return undefined;
  },
  async () => {
    const { overdueSeconds } = await keySet.load();
    issuerKeysOverdueSeconds.set(overdueSeconds);
    return overdueSeconds === 0
      ? undefined
      : `The issuer's keys could not be fetched anew for ${overdueSeconds} seconds: those that are kept are used.`;
  },
];
