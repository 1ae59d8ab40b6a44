import type { PlannerThread, Send } from '@agora/executor';
import type { Stoppable } from '@agora/platform/service/every';
import { Lifecycle } from '@agora/platform/service/lifecycle';
import { createLogger } from '@agora/platform/observe/logging';
import type { Admit } from './admission/admit.ts';
import type { Barred } from './admission/barred.ts';
import type { LookUp } from './admission/look-up.ts';
import { Allowance } from './allowance.ts';
import { startApollo } from './apollo.ts';
import { createAuthenticate, everybodyIsAGuest } from './auth/authenticate.ts';
import { EndedSessions, sessionsNeverEnd } from './auth/ended-sessions.ts';
import { Keys } from './auth/keys.ts';
import { TOKEN_OWNER } from './auth/token-owner.ts';
import type { AskerBudgets } from './budgets/asker-budgets.ts';
import type { GatewayConfig } from './config.ts';
import type { GatewayContext } from './context.ts';
import { createClientAddress } from './door/client-address.ts';
import { openDoor } from './door/door.ts';
import { EventsPage } from './door/events-page.ts';
import { createExpressLane } from './door/express-lane.ts';
import { Explorer } from './door/explorer.ts';
import { filesOf } from './door/files.ts';
import { MAIL_OWNER, MailPage } from './door/mail-page.ts';
import { NO_TOUR, TOUR } from './door/tour.ts';
import { agoraErrors } from './errors/agora.ts';
import { openErrors } from './errors/open.ts';
import { watchHealth } from './health.ts';
import { askPrivately } from './links/ask-privately.ts';
import { type LocalSubgraph, openLinks } from './links/open-links.ts';
import { showCaches } from './metrics.ts';
import { PersistedQueries } from './persisted-queries.ts';
import { Sharing } from './sharing.ts';
import { createSend } from './subgraph-calls.ts';
import { openServedGraph } from './served-graph.ts';
import type { SupergraphSource } from './supergraph.ts';
import { type Serving, swapOnChange } from './swap.ts';
import { openTrustedDocuments } from './trusted/trusted-documents.ts';
import { keepTrustedWarm } from './trusted/warm.ts';

export interface OpenGatewayOptions {
  readonly supergraph: SupergraphSource;
  /** Holds the supergraph; what it holds after a change is served then. */
  readonly supergraphFile?: string | undefined;
  readonly config: GatewayConfig;
  /** What askers may ask; stops with the gateway. */
  readonly budgets: AskerBudgets;
  /** Subgraphs that live in this process; the others are asked over HTTP. */
  readonly local: Readonly<Record<string, LocalSubgraph>>;
  /** Makes the gateway's own subgraph, which may ask the others; none where absent. */
  readonly root?: (send: Send<GatewayContext>, served: () => SupergraphSource) => Promise<LocalSubgraph>;
  /** The ways by which operators ask; stop with the gateway. */
  readonly services?: Stoppable;
  /** Whether usual requests take the express lane; true where absent. */
  readonly expressLane?: boolean | undefined;
}

export interface RunningGateway {
  /** For example `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Resolves once every subgraph was reached. */
  readonly ready: Promise<void>;
  /** Idempotent: door, Apollo Server, ways to subgraphs. */
  stop(): Promise<void>;
}

/** Of the memory for what is remembered of clients' documents; documents and plans have the rest. */
const SHARE_OF_PERSISTED_QUERIES = 1 / 8;

/** One executor behind Apollo Server, the express lane and live operations, and one door before them. */
export async function openGateway(options: OpenGatewayOptions): Promise<RunningGateway> {
  const { supergraph, config, budgets, local } = options;
  const isOpen = config.secret === null;
  const log = createLogger('gateway', config.logLevel);
  const lifecycle = new Lifecycle(log);
  lifecycle.own('budgets', budgets);
  if (options.services) lifecycle.own('the ways of operators', options.services);
  try {
    const sharing = new Sharing(config.sharesInFlight);
    const errorPolicy = isOpen ? openErrors : agoraErrors(log);
    const root = await options.root?.(
      (call) => send(call),
      () => serving.current.supergraph,
    );
    // It waits for the others, each of which has its own time.
    const ownService = root && { root: { ...root, answerTimeoutMs: 2 * config.answerTimeoutMs } };
    const links = openLinks(supergraph, { ...local, ...ownService }, config, sharing);
    for (const link of Object.values(links)) lifecycle.own(`the way to ${link.name}`, link);
    const send = createSend({ links, sharing, errorPolicy, log });
    const trusted =
      config.trustedDocuments &&
      lifecycle.own(
        'the manifest of documents',
        await openTrustedDocuments(config.trustedDocuments.file, config.trustedDocuments.mode, log),
      );
    const liveCosts = new Allowance({
      what: 'cost of live operations',
      max: Infinity,
      maxEach: isOpen ? Infinity : config.allowances.MAX_LIVE_COST_PER_ASKER,
    });
    // Those of graphs that were served before, too: they come back for live operations.
    const planners = new Set<WeakRef<PlannerThread>>();
    const open = async (one: SupergraphSource) => {
      const graph = await openServedGraph(one, { config, budgets, send, links, trusted, liveCosts, errorPolicy, log });
      planners.add(new WeakRef(graph.planner));
      return graph;
    };
    const serving: Serving = { current: await open(supergraph) };
    lifecycle.own('the planners', {
      async stop() {
        await Promise.all([...planners].map(async (planner) => planner.deref()?.stop()));
      },
    });
    const lookUp: LookUp = (...asked) => serving.current.lookUp(...asked);
    const admit: Admit = (asked) => serving.current.admit(asked);
    const barred: Barred = (asked) => serving.current.barred(asked);
    const persistedQueries = new PersistedQueries(config.documentCacheBytes * SHARE_OF_PERSISTED_QUERIES, trusted);
    const warm = trusted && lifecycle.own('warm documents', keepTrustedWarm({ trusted, serving, log }));
    lifecycle.own(
      'metrics of caches',
      showCaches(() => ({ documents: serving.current.documents, plans: serving.current.executor, 'persisted queries': persistedQueries })),
    );
    const { apollo, onSwap } = await startApollo({
      serving,
      budgets,
      errorPolicy,
      isLimited: !isOpen,
      log,
    });
    lifecycle.own('Apollo Server', apollo);
    if (options.supergraphFile !== undefined) {
      const swapped = () => {
        onSwap();
        warm?.again();
      };
      lifecycle.own(
        'the watch over the supergraph',
        await swapOnChange({ serving, file: options.supergraphFile, open, onSwap: swapped, log }),
      );
    }
    const health = lifecycle.own('the health watch', watchHealth(Object.values(links), log));
    const askTokenOwner = askPrivately(TOKEN_OWNER, supergraph, local, config);
    const keys = isOpen ? null : new Keys(askTokenOwner, log);
    const ended = isOpen ? null : lifecycle.own('the look at ended sessions', new EndedSessions(askTokenOwner, log));
    const authenticate = keys && ended ? createAuthenticate(keys, ended, config.tokenCacheBytes) : everybodyIsAGuest;
    const clientAddress = createClientAddress(config.trustedProxies);
    const forwards = config.forwardedHeaders;
    const cors = { origins: config.corsOrigins, production: config.production, credentials: !isOpen };
    const lane = {
      serving,
      lookUp,
      admit,
      barred,
      budgets,
      authenticate,
      forwards,
      persistedQueries,
      errorPolicy,
      sharing,
      cors,
      log,
    };
    const door = lifecycle.own(
      'the door',
      await openDoor({
        host: config.host,
        port: config.port,
        cors,
        expressLane: options.expressLane === false ? null : createExpressLane(lane),
        authenticate,
        whenEnded: ended?.whenEnded ?? sessionsNeverEnd,
        clientAddress,
        forwards,
        allowances: config.allowances,
        budgets,
        lookUp,
        admit,
        barred,
        isPublic: (checked) => serving.current.isPublic(checked),
        persistedQueries,
        subscribe: (live) => serving.current.subscribe(live),
        apollo,
        serving,
        keys,
        health,
        explorer: new Explorer(isOpen ? NO_TOUR : TOUR),
        mailPage: isOpen || config.production ? null : new MailPage(askPrivately(MAIL_OWNER, supergraph, local, config), log),
        eventsPage: isOpen || !config.publishesSchema ? null : await EventsPage.open(),
        files: isOpen ? null : filesOf(supergraph, local, config, log),
        metricsToken: config.metricsToken,
        formatError: errorPolicy.format,
        log,
      }),
    );
    return { url: door.url, ready: health.ready, stop: () => lifecycle.stop() };
  } catch (error) {
    await lifecycle.stop();
    throw error;
  }
}
