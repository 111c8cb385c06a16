import { decide, roleOn } from '@accord/shared/access/decide';
import type { Language } from '@accord/shared/access/role';
import { ENDPOINTS } from '@accord/shared/api';
import { Failure } from '@accord/shared/kernel/failure';
import { canonicalHash, canonicalJson } from '@accord/shared/manuscript/canonical';
import { excerptOf } from '@accord/shared/notices/excerpt';
import { describeSuggestion } from '@accord/shared/suggestions/describe';
import type { Operation } from '@accord/shared/suggestions/suggestions';
import type { Logger } from 'pino';
import { type Clock, systemClock } from './clock';
import { createComments } from './comments/comments';
import { commentRoutes } from './comments/routes';
import type { Config } from './config';
import { fillDemo } from './demo/demo';
import { createExports } from './export/exports';
import { exportRoutes, sent } from './export/routes';
import { createApp } from './http/app';
import type { BoundEndpoint } from './http/bind';
import {
  addressOf,
  createAddressLimit,
  createAdmission,
  createLimit,
  DEFAULT_RATES,
  DEFAULT_TRIES,
  type RequestRates,
  type Tries,
} from './http/limits';
import { listen } from './http/listen';
import type { Doorkeeper } from './http/mount';
import { createLogger, createMetrics, measureRooms, observeRequests } from './http/observe';
import { createOriginCheck } from './http/origin';
import { createPermit } from './http/permit';
import { readSessionCookie } from './http/session-cookie';
import { createNotices } from './notices/notices';
import { noticeRoutes } from './notices/routes';
import { createContent } from './outputs/content';
import { createImages, imageFor, imageRoutes } from './outputs/images';
import { createOutputs, type Outputs } from './outputs/outputs';
import { outputRoutes } from './outputs/routes';
import { createGatekeeper } from './people/gatekeeper';
import type { HashingCost } from './people/passwords';
import { createPeople, type People } from './people/people';
import { LIFETIME_MS } from './people/sessions';
import { createReviews } from './review/review';
import { reviewRoutes } from './review/routes';
import { DEFAULT_LIMITS } from './rooms/limits';
import { createRooms } from './rooms/rooms';
import { createRecordSender } from './send-record';
import { openStorage } from './storage/open-storage';
import type { Storage } from './storage/ports';
import { suggestionRoutes } from './suggestions/routes';
import { createSuggestions } from './suggestions/suggestions';
import { createAttribution } from './versions/attribution/attribution';
import { createReplays } from './versions/attribution/replays';
import { attributionRoutes } from './versions/attribution/routes';
import { createComparing } from './versions/comparing';
import { comparingRoutes } from './versions/comparing-routes';
import { createRestoring } from './versions/restoring';
import { versionRoutes } from './versions/routes';
import { createVersions } from './versions/versions';

/** What tests put in the place of the real thing. */
export interface Overrides {
  readonly storage?: Storage;
  readonly clock?: Clock;
  readonly hashing?: HashingCost;
  readonly rates?: RequestRates;
  readonly tries?: Tries;
  readonly logger?: Logger;
  /** Also the figures of the process itself at /metrics; once per process. */
  readonly processMetrics?: boolean;
}

/** A running workspace. */
export interface Accord {
  /** Where it listens, e.g. `http://127.0.0.1:4400`. */
  readonly url: string;
  /** One-time sign-in link, while no administrator can sign in. */
  readonly firstLink: string | null;
  readonly people: People;
  readonly storage: Storage;
  /** The endpoints answered, for tests that go over all of them. */
  readonly endpoints: readonly BoundEndpoint[];
  /** Tells clients, ends requests and connections, writes what is left, releases the data folder. Twice is once. */
  close(): Promise<void>;
}

const VERSION = '0.1.0';
/** How long requests under way may take when the server ends. */
const GRACE_MS = 3000;
/** Sockets opened from one address: a whole office reconnects at once when the server was restarted. */
const UPGRADES_A_MINUTE = 1200;

/**
 * Opens the storage, wires the parts of the server and starts it.
 * @throws StorageUnusable, and the system's error when the address can't be listened on
 */
export async function compose(config: Config, overrides: Overrides = {}): Promise<Accord> {
  const clock = overrides.clock ?? systemClock;
  const logger = overrides.logger ?? createLogger(config.logLevel);
  const storage =
    overrides.storage ??
    (await openStorage({
      kind: 'embedded',
      folder: config.dataFolder,
      clock,
      warn: (line) => logger.warn(line),
    }));
  try {
    return await wire(config, overrides, { clock, logger, storage });
  } catch (error) {
    await storage.close();
    throw error;
  }
}

interface Foundations {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly storage: Storage;
}

/** The one place that knows all parts. */
async function wire(
  config: Config,
  overrides: Overrides,
  { clock, logger, storage }: Foundations,
): Promise<Accord> {
  const warn = (error: unknown) => logger.warn({ err: error }, 'A task in the background failed.');
  let ownUrl = '';

  const people = await createPeople({
    ...storage,
    clock,
    hashing: overrides.hashing,
    firstAdministrator: !config.demo,
    baseUrl: () => config.publicUrl ?? ownUrl.replace(EVERY_ADDRESS, '//127.0.0.1:'),
    limits: tryLimits(overrides.tries ?? DEFAULT_TRIES),
    // Outputs know people and people's roles name outputs: asked only once both are there.
    existing: {
      output: (outputId) => outputs.outputSubject(outputId) !== null,
      outputOfChapter: (chapterId) => outputs.chapterSubject(chapterId)?.outputId ?? null,
    },
    warn,
  });
  const originAllowed = createOriginCheck(config);
  const upgrades = createAddressLimit(UPGRADES_A_MINUTE, 60);
  const replays = createReplays({
    ...storage,
    // What can't be read explains nothing: its words count as those of who wrote them back.
    versionState: (chapterId, versionId) =>
      versions.read(chapterId, versionId).then(
        ({ state }) => state,
        (error: unknown) => {
          warn(error);
          return null;
        },
      ),
  });
  const rooms = createRooms({
    ...storage,
    watch: replays,
    clock,
    logger,
    limits: DEFAULT_LIMITS,
    gatekeeper: createGatekeeper({
      people,
      readSessionToken: readSessionCookie,
      chapterSubject: (chapterId) => outputs.chapterSubject(chapterId),
    }),
    allowsOrigin: originAllowed,
    countUpgrade: (request) => upgrades.count(addressOf(request, config.proxyHops)),
    refused: ({ personId, chapterId, reason }) =>
      void people.audit
        .record({ personId, what: 'text-refused', subject: chapterId, detail: { reason } })
        .catch(warn),
  });
  const versions = createVersions({
    ...storage,
    clock,
    chapters: rooms.chapters,
    countryOf: (personId) => people.card(personId)?.country ?? null,
    warn,
  });
  const outputs: Outputs = await createOutputs({
    ...storage,
    clock,
    chapters: rooms.chapters,
    audit: people.audit,
    people: {
      hasPerson: (personId) => people.card(personId) !== null,
      hasPartner: (partnerId) => people.partner(partnerId) !== null,
    },
  });
  const notices = createNotices({
    ...storage,
    clock,
    chapter(chapterId) {
      const subject = outputs.chapterSubject(chapterId);
      return subject && { subject, title: outputs.chapter(chapterId).chapter.title };
    },
    actor: people.actor,
    // Remarks are edited and deleted: what is shown is what they say now.
    excerpt: async ({ chapterId, threadId, commentId, excerpt }) => {
      if (!threadId) return excerpt;
      const text = await comments.textOf(chapterId, threadId, commentId);
      return text && excerptOf(text);
    },
    tell: (chapterId) => rooms.chapters.notify(chapterId, 'notices'),
  });
  const permit = createPermit((chapterId) => outputs.chapterSubject(chapterId));
  const suggestions = createSuggestions({
    ...storage,
    clock,
    chapters: rooms.chapters,
    addNotices: notices.add,
    beforeBulk: (chapterId, personId) => versions.record(chapterId, { kind: 'bulk-decision', personId }),
    warn,
  });
  const comments = createComments({
    ...storage,
    clock,
    chapters: rooms.chapters,
    addNotices: notices.add,
    readers(chapterId) {
      const subject = outputs.chapterSubject(chapterId);
      if (!subject) return [];
      return people.cards().flatMap(({ id, country }) => {
        const actor = people.actor(id);
        if (!actor || !decide(actor, 'chapter.read', subject).allowed) return [];
        // Administrators look after the workspace: nobody means them who writes to the coordinators.
        const role = roleOn({ ...actor, administrator: false }, subject);
        return [{ id, country, roles: role ? [role] : [] }];
      });
    },
    writerOf: (chapterId) => outputs.chapter(chapterId).chapter.writerId,
    proposerOf: suggestions.proposerOf,
    warn,
  });
  const exportedThreads = async (chapterId: string, language: Language) => {
    const proposals = new Map(
      (await suggestions.list(chapterId, 'all')).map(({ id, operations }) => [id, wordsOf(operations)]),
    );
    return {
      title: outputs.chapter(chapterId).chapter.title,
      threads: await comments.list(chapterId),
      document: (await rooms.chapters.read(chapterId)).json,
      language,
      personOf: (personId: string) => people.card(personId),
      proposalOf: (suggestionId: string) => proposals.get(suggestionId) ?? '',
    };
  };
  const reviews = await createReviews({
    shelf: outputs.shelf,
    clock,
    people: {
      isActive: (personId) => people.card(personId)?.active ?? false,
      named(personId) {
        const card = people.card(personId);
        const { id = personId, name, country, partnerId } = card ?? {};
        return name && country
          ? { id, name, country, partner: people.partner(partnerId ?? '')?.name ?? '' }
          : null;
      },
      partners: people.partners,
    },
    subjectOf: ({ outputId, chapterId }) =>
      chapterId === null ? outputs.outputSubject(outputId) : outputs.chapterSubject(chapterId),
    lock: rooms.lock,
    readText: rooms.chapters.read,
    hashOf: ({ json }) => canonicalHash(json),
    canonicalTextOf: async (chapterId, versionId) =>
      canonicalJson((await versions.read(chapterId, versionId)).json),
    keepVersion: (chapterId, personId, note) =>
      versions.record(chapterId, { kind: 'state-change', personId, note: note || null }),
    suggestions: {
      openOf: (chapterId) => suggestions.list(chapterId, 'open'),
      acceptLocked: suggestions.acceptLocked,
    },
    openThreads: async (chapterId) =>
      (await comments.list(chapterId)).filter(({ resolved }) => !resolved).length,
    addNotices: notices.add,
    tell: (chapterId) => rooms.chapters.notify(chapterId, 'chapter'),
    record: people.audit.record,
    warn,
  });
  const images = createImages({ log: storage.log, clock });
  const content = createContent({ outputs, chapters: rooms.chapters });
  const attribution = createAttribution({ ...storage, chapters: rooms.chapters, replays });
  const restoring = createRestoring({ versions, chapters: rooms.chapters, record: people.audit.record });
  const comparing = createComparing({
    versions,
    chapters: rooms.chapters,
    authorsOf: attribution.authorsOf,
    deletersOf: attribution.deletersOf,
    languageOf: (chapterId) => outputs.chapter(chapterId).chapter.language,
  });
  if (config.demo) {
    const review = {
      text: async (chapterId: string) => (await rooms.chapters.read(chapterId)).json,
      isBegun: async (chapterId: string) =>
        (await comments.list(chapterId)).length + (await suggestions.list(chapterId, 'all')).length > 0,
      openThread: comments.open,
      reply: comments.reply,
      changeThread: comments.change,
      suggest: suggestions.make,
    };
    await fillDemo({
      people,
      outputs,
      storeImage: images.store,
      review,
      setPolicy: reviews.setPolicy,
      clock,
    });
  } else await outputs.initialise({ partnerIds: people.partners().map(({ id }) => id) });
  const exports = createExports({
    chapterFacts(chapterId) {
      const { chapter, output } = outputs.chapter(chapterId);
      return { title: chapter.title, language: chapter.language, outputTitle: output.title };
    },
    outputFacts: outputs.facts,
    readChapter: async (chapterId) => (await rooms.chapters.read(chapterId)).json,
    readOutput: content.output,
    async readVersion(chapterId, versionId) {
      const { json } = await versions.read(chapterId, versionId);
      const { name, at } = await versions.find(versionId);
      return { document: json, name, at };
    },
    readImage: (actor, imageId) =>
      imageFor(actor, imageId, images, outputs).catch((error: unknown) => {
        if (error instanceof Failure && error.code === 'not-found') return null;
        throw error;
      }),
    audit: people.audit,
    clock,
  });

  const endpoints = [
    ...people.endpoints,
    ...imageRoutes(images, outputs),
    ...versionRoutes(versions, restoring),
    ...comparingRoutes(
      comparing,
      versions,
      permit,
      content.render,
      async ({ actor }, { chapterId, versionId }, reply) =>
        sent(reply, await exports.version(actor, chapterId, versionId, 'docx')),
    ),
    ...attributionRoutes(attribution),
    ...noticeRoutes(notices),
    ...suggestionRoutes(suggestions, permit),
    ...commentRoutes(comments, permit, exportedThreads),
    ...reviewRoutes(
      reviews,
      async (actor) => outputs.readableIds(actor),
      createRecordSender({
        exports,
        languageOf: (chapterId) => outputs.chapter(chapterId).chapter.language,
        outputOf: (chapterId) => outputs.chapter(chapterId).output.id,
      }),
    ),
    ...exportRoutes(exports),
    ...outputRoutes(outputs, content, async ({ actor }, chapterId, reply) =>
      sent(reply, await exports.chapter(actor, chapterId, 'docx')),
    ),
  ];
  const door: Doorkeeper = {
    authenticate: async (cookieHeader) => people.caller(readSessionCookie(cookieHeader)),
    subject: async (kind, id) => (kind === 'output' ? outputs.outputSubject(id) : outputs.chapterSubject(id)),
    admit: createAdmission(overrides.rates ?? DEFAULT_RATES),
    async refused(caller, endpoint, failure) {
      const detail = { method: endpoint.method, path: endpoint.path, code: failure.code };
      // The answer is no, whether or not the disk takes the note of it.
      await people.audit.record({ personId: caller.personId, what: 'refused', detail }).catch(warn);
    },
  };
  const metrics = createMetrics(overrides.processMetrics ?? false);
  measureRooms(metrics, rooms.stats);
  const app = createApp({
    endpoints,
    door,
    logger,
    metrics,
    declared: ENDPOINTS,
    version: VERSION,
    cookie: { secure: config.publicUrl?.startsWith('https:') ?? false, maxAge: LIFETIME_MS / 1000 },
    originAllowed,
    publicUrl: config.publicUrl,
    proxyHops: config.proxyHops,
    clientFolder: config.clientFolder,
    observe: observeRequests(logger, metrics),
    ready: () => !storage.log.readOnly,
  });
  const listening = await listen(app, config.port, config.host);
  listening.server.on('upgrade', rooms.handleUpgrade);
  ownUrl = urlOf(config.host, listening.port);
  const firstLink = await people.firstLink();

  let closing: Promise<void> | null = null;
  async function shutDown(): Promise<void> {
    // While chapters can still be read; what is typed from now on is in a version after the next start.
    await versions.close().catch(warn);
    // Sockets first: what has arrived is stored and their pages are told, while requests under way still end.
    await Promise.all([rooms.close(), listening.close(GRACE_MS)]);
    // When people were last seen is worth a try, not a failure: the disk may take nothing.
    await people.flush().catch(warn);
    await storage.close();
  }
  return {
    url: ownUrl,
    firstLink,
    people,
    storage,
    endpoints,
    close: () => {
      closing ??= shutDown();
      return closing;
    },
  };
}

/** What a suggestion proposes, for a table: `before → after`. */
function wordsOf(operations: readonly Operation[]): string {
  const { before, after } = describeSuggestion(operations);
  return [before, after].filter(Boolean).join(' → ');
}

/** Listening on every address is no address to go to. */
export const EVERY_ADDRESS = /\/\/(?:0\.0\.0\.0|\[::\]):/;

const QUARTER_HOUR = 15 * 60;

const tryLimits = ({ perAccount, perAddress, links }: Tries) => ({
  account: createLimit(perAccount, QUARTER_HOUR),
  address: createAddressLimit(perAddress, QUARTER_HOUR),
  links: createAddressLimit(links, QUARTER_HOUR),
  password: createLimit(perAccount, QUARTER_HOUR),
});

/** `http://HOST:PORT`, as one can open it. */
function urlOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
