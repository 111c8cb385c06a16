import { type Actor, decide, type Subject } from '@accord/shared/access/decide';
import { type ChapterState, LOCKED_STATES } from '@accord/shared/access/state';
import { Failure } from '@accord/shared/kernel/failure';
import { newId } from '@accord/shared/kernel/id';
import type { AddNotices } from '@accord/shared/notices/notices';
import { movesFrom } from '@accord/shared/review/moves';
import type { ApprovalRecord } from '@accord/shared/review/record';
import type {
  Review,
  ReviewSummary,
  SignatureEvent,
  SignedText,
  Signing,
  SignOff,
  SignOffPolicy,
  StateMove,
  Transition,
} from '@accord/shared/review/review';
import { awaitedIn, hashOfTexts, isMet, pipsOf, slotsOf, standingsOf } from '@accord/shared/review/signing';
import type { Clock } from '../clock';
import { createInTurn } from '../in-turn';
import type { CommittedText } from '../rooms/live-chapters';
import { createNews } from './news';
import { governing, latest, type Reviewed, reviewedIn } from './place';
import type { ReviewPeople, ReviewShelf } from './ports';
import { slotKeys, slotsFor } from './slots';

/** A version as the review keeps it. */
interface KeptVersion {
  readonly id: string;
  readonly hash: string;
  readonly seq: number;
}

/** What is reviewed, by name: a chapter, or a whole output (`chapterId` null). */
export interface Target {
  readonly outputId: string;
  readonly chapterId: string | null;
}

/** Review states of chapters and outputs, and the signatures under their exact texts. Who may read, has been asked before. */
export interface Reviews {
  /** @throws Failure('not-found') */
  targetOf(chapterId: string): Target;
  read(actor: Actor, target: Target): Promise<Review>;
  /** Every output, in order, with who is awaited. */
  list(actor: Actor, outputIds: readonly string[]): ReviewSummary[];
  /**
   * @throws Failure('not-allowed'), Failure('conflict') when somebody else was first (R9), Failure('reason-needed'), and what stands in
   * the way: 'open-suggestions', 'open-comments', 'no-signatories', 'policy-not-met', 'archived'
   */
  move(actor: Actor, target: Target, transition: Transition): Promise<Review>;
  /** @throws Failure('not-allowed' | 'not-in-sign-off' | 'text-changed' | 'reason-needed') */
  sign(actor: Actor, target: Target, signing: Signing): Promise<Review>;
  /** @throws Failure('not-found' | 'not-allowed' | 'not-in-sign-off') */
  answer(actor: Actor, signOffId: string, answer: { signatureId: string; text: string }): Promise<Review>;
  /** @throws Failure('not-in-sign-off' | 'conflicts-with-text' | 'not-found' | 'already-decided') */
  changeEditorially(
    actor: Actor,
    chapterId: string,
    change: { suggestionIds: readonly string[]; note: string },
  ): Promise<Review>;
  /** @throws Failure('not-found') when no signatures were ever asked for, Failure('document-unreadable') */
  record(target: Target): Promise<ApprovalRecord>;
  /** @throws Failure('invalid-input') */
  setPolicy(outputId: string, policy: SignOffPolicy): Promise<SignOffPolicy>;
}

export interface ReviewNeeds {
  readonly shelf: ReviewShelf;
  readonly clock: Clock;
  readonly people: ReviewPeople;
  readonly subjectOf: (target: Target) => Subject | null;
  /** Locks or unlocks a text: when it resolves, what was written before is on disk and nothing after will be. */
  readonly lock: (chapterId: string, locked: boolean) => Promise<void>;
  readonly readText: (chapterId: string) => Promise<CommittedText>;
  readonly keepVersion: (chapterId: string, personId: string, note: string) => Promise<KeptVersion>;
  readonly hashOf: (text: CommittedText) => string;
  /** The text of a version in its canonical spelling. @throws Failure('document-unreadable') */
  readonly canonicalTextOf: (chapterId: string, versionId: string) => Promise<string>;
  readonly suggestions: {
    openOf(chapterId: string): Promise<readonly { readonly id: string; readonly personId: string }[]>;
    /** Carries suggestions out on a locked text. @throws Failure('conflicts-with-text' | 'not-found' | 'already-decided') */
    acceptLocked(chapterId: string, personId: string, ids: readonly string[]): Promise<void>;
  };
  readonly openThreads: (chapterId: string) => Promise<number>;
  readonly addNotices: AddNotices;
  /** Tells open pages that the review of a chapter has changed. */
  readonly tell: (chapterId: string) => void;
  readonly record: (note: {
    personId: string;
    what: string;
    subject: string;
    detail?: Record<string, string | number | boolean | null>;
  }) => Promise<void>;
  readonly warn: (error: unknown) => void;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Opens the review: texts that are locked by their state are locked from now on, what was cut off is finished. */
export async function createReviews(needs: ReviewNeeds): Promise<Reviews> {
  const { shelf, clock, people, lock } = needs;
  const oneByOne = createInTurn();
  const news = createNews(needs);
  const now = () => new Date(clock.now()).toISOString();
  const may = (actor: Actor, action: 'chapter.write' | 'chapter.steer' | 'output.steer', target: Target) => {
    const subject = needs.subjectOf(target);
    // Whether the text is locked is for the moves to know, not for who may make them.
    return subject !== null && decide(actor, action, { ...subject, state: 'draft' } as Subject).allowed;
  };
  const steers = (actor: Actor, target: Target) =>
    may(actor, target.chapterId === null ? 'output.steer' : 'chapter.steer', target);
  const reviewed = ({ outputId, chapterId }: Target): Reviewed =>
    reviewedIn(shelf.output(outputId), chapterId);

  const sum = async (place: Reviewed, count: (chapterId: string) => Promise<number>): Promise<number> =>
    (await Promise.all(place.chapters.map(({ id }) => count(id)))).reduce((total, one) => total + one, 0);
  const openSuggestions = (place: Reviewed) =>
    sum(place, async (id) => (await needs.suggestions.openOf(id)).length);

  async function offered(actor: Actor, target: Target, place: Reviewed) {
    if (place.state === null) return [];
    const signOff = governing(place);
    // Chapters that were signed one by one do not move together.
    if (target.chapterId === null && LOCKED_STATES.has(place.state) && !signOff) return [];
    return movesFrom(place.state, {
      mayWrite: target.chapterId === null ? steers(actor, target) : may(actor, 'chapter.write', target),
      maySteer: steers(actor, target),
      archived: place.output.archived || place.chapters.some(({ archived }) => archived),
      openSuggestions: await openSuggestions(place),
      signatoriesNamed: slotsFor(place.output.policy, place.output.partnerIds, people) !== null,
      met: signOff !== null && isMet(signOff, clock.now()),
      boundToOutput: target.chapterId !== null && signOff !== null && signOff.chapterId === null,
    });
  }

  async function shown(actor: Actor, target: Target): Promise<Review> {
    const place = reviewed(target);
    const signOff = governing(place) ?? latest(place);
    const { output, chapterId, state } = place;
    const isOpen = signOff !== null && governing(place)?.id === signOff.id && state !== null;
    return {
      outputId: output.id,
      chapterId,
      state,
      moves: await offered(actor, target, place),
      maySteer: steers(actor, target),
      signOff: signOff && {
        ...withoutUnderway(signOff),
        standings: standingsOf(signOff),
        met: isMet(signOff, clock.now()),
        mine: isOpen && maySignNow(signOff) ? slotsOf(signOff, actor.personId, people.isActive) : [],
      },
      history: output.moves.filter(
        (move) => chapterId === null || move.chapterId === null || move.chapterId === chapterId,
      ),
      openSuggestions: await openSuggestions(place),
      openThreads: await sum(place, needs.openThreads),
      policy: output.policy,
    };
  }

  /** While signatures are asked for; afterwards only as long as a declared change may be objected to (R5). */
  const maySignNow = ({ ended, changes }: SignOff): boolean =>
    ended === null ||
    (ended.how === 'approved' && changes.some(({ objectUntil }) => Date.parse(objectUntil) > clock.now()));

  const announce = (place: Reviewed): void => {
    const ids = place.chapters.map(({ id }) => id);
    shelf.announce(place.output.id, ids);
    for (const id of ids) needs.tell(id);
  };

  const moveOf = (
    place: Reviewed,
    personId: string,
    to: ChapterState,
    note: string,
    versionId: string | null,
  ): StateMove => ({
    id: newId(),
    at: now(),
    personId,
    chapterId: place.chapterId,
    from: place.state ?? 'draft',
    to,
    note,
    versionId,
  });

  /** Sets the state of all chapters concerned, with the move on record: one commit. */
  const commitMove = (
    place: Reviewed,
    move: StateMove,
    more: (signOffs: SignOff[]) => void = () => undefined,
  ) =>
    shelf.change(place.output.id, (draft) => {
      const ids = new Set(place.chapters.map(({ id }) => id));
      for (const chapter of draft.chapters) if (ids.has(chapter.id)) chapter.state = move.to;
      draft.moves.push(move);
      more(draft.signOffs);
    });

  /** Freezes the texts and asks for signatures (R2): the commit is the moment it happens. */
  async function ask(
    actor: Actor,
    place: Reviewed,
    { note, deadline, despiteComments }: Transition,
  ): Promise<void> {
    const { output, chapterId, chapters } = place;
    if (!despiteComments && (await sum(place, needs.openThreads)) > 0)
      throw new Failure('open-comments', 'Comments are open.');
    const slots = slotsFor(output.policy, output.partnerIds, people);
    if (!slots) throw new Failure('no-signatories', 'Not everybody who has to sign is named.');
    try {
      for (const { id } of chapters) await lock(id, true);
      const texts: SignedText[] = [];
      for (const { id, title } of chapters) {
        const version = await needs.keepVersion(id, actor.personId, note);
        texts.push({ chapterId: id, title, versionId: version.id, hash: version.hash, seq: version.seq });
      }
      const signOff: SignOff = {
        id: newId(),
        chapterId,
        by: output.policy.by,
        openedAt: now(),
        openedBy: actor.personId,
        note,
        deadline: deadline ?? new Date(clock.now() + output.policy.days * DAY_MS).toISOString().slice(0, 10),
        texts,
        hash: chapterId === null ? hashOfTexts(texts) : (texts[0] as SignedText).hash,
        slots,
        signatures: [],
        answers: [],
        changes: [],
        underway: null,
        ended: null,
      };
      const move = moveOf(
        place,
        actor.personId,
        'sign-off',
        note,
        chapterId === null ? null : (texts[0]?.versionId ?? null),
      );
      await commitMove(place, move, (signOffs) => signOffs.push(signOff));
      await news.asked(signOff);
    } catch (error) {
      const { chapters: after } = reviewed({ outputId: output.id, chapterId });
      for (const { id, state } of after) if (!LOCKED_STATES.has(state)) await lock(id, false);
      throw error;
    }
  }

  async function move(actor: Actor, target: Target, transition: Transition): Promise<void> {
    const { to, expected, note } = transition;
    const place = reviewed(target);
    if (place.state !== expected || place.state === null)
      throw new Failure('conflict', `It is ${place.state ?? 'in several states'} by now.`);
    const found = (await offered(actor, target, place)).find((each) => each.to === to);
    if (!found) throw new Failure('not-allowed', `Not from ${place.state} to ${to} by this person.`);
    if (found.needsReason && note === '') throw new Failure('reason-needed', 'Going back needs a reason.');
    if (found.blocked === 'whole-output')
      throw new Failure('conflict', 'The whole output is being signed: it moves as a whole.');
    if (found.blocked !== null) throw new Failure(found.blocked, `Not now: ${found.blocked}.`);
    if (to === 'sign-off') await ask(actor, place, transition);
    else {
      const signOff = governing(place);
      const versions: KeptVersion[] = [];
      for (const { id } of place.chapters) versions.push(await needs.keepVersion(id, actor.personId, note));
      const versionId = place.chapterId === null ? null : (versions[0]?.id ?? null);
      const done = moveOf(place, actor.personId, to, note, versionId);
      await commitMove(place, done, (signOffs) => {
        const ending = signOffs.find(({ id }) => id === signOff?.id);
        const how = to === 'approved' ? 'approved' : to === 'draft' ? 'reopened' : null;
        if (ending && how) ending.ended = { at: done.at, personId: actor.personId, how };
      });
      if (!LOCKED_STATES.has(to)) for (const { id } of place.chapters) await lock(id, false);
      if (signOff && (to === 'approved' || to === 'draft'))
        await news.ended(signOff, actor.personId, to === 'approved' ? 'approved' : 'reopened', note);
    }
    await needs.record({
      personId: actor.personId,
      what: 'state-changed',
      subject: target.chapterId ?? target.outputId,
      detail: { from: place.state, to, note },
    });
    announce(place);
  }

  const inTurn = async (actor: Actor, target: Target, work: () => Promise<void>): Promise<Review> =>
    oneByOne(target.outputId, async () => {
      await work();
      return shown(actor, target);
    });

  const signOffIn = (signOffs: readonly SignOff[], id: string): SignOff => {
    const found = signOffs.find((signOff) => signOff.id === id);
    if (!found) throw new Failure('not-found', 'No such sign-off.');
    return found;
  };

  async function sign(actor: Actor, target: Target, { decision, hash, comment }: Signing): Promise<void> {
    const place = reviewed(target);
    const signOff = governing(place);
    if (!signOff || !maySignNow(signOff))
      throw new Failure('not-in-sign-off', 'No signatures are asked for.');
    // The whole is signed as a whole.
    if (signOff.chapterId !== target.chapterId)
      throw new Failure('not-in-sign-off', 'Another text is being signed.');
    const keys = slotsOf(signOff, actor.personId, people.isActive);
    if (keys.length === 0) throw new Failure('not-allowed', 'Not a signatory of this text.');
    if (hash !== signOff.hash) throw new Failure('text-changed', `The text is ${signOff.hash} by now.`);
    if (decision === 'object' && comment === '')
      throw new Failure('reason-needed', 'An objection needs a reason.');
    if (signOff.ended && decision !== 'object')
      throw new Failure('not-in-sign-off', 'It is approved; a declared change can only be objected to.');
    const given = new Map(standingsOf(signOff).map(({ slot, signature }) => [slot.key, signature]));
    const own = decision === 'withdrawn' ? keys.filter((key) => given.get(key)) : keys;
    if (own.length === 0) throw new Failure('not-allowed', 'There is no signature to take back.');
    const at = now();
    const events = own.map(
      (slot): SignatureEvent => ({
        id: newId(),
        at,
        slot,
        personId: actor.personId,
        decision,
        comment,
        hash,
      }),
    );
    const reopened = signOff.ended !== null;
    await shelf.change(place.output.id, (draft) => {
      const kept = signOffIn(draft.signOffs, signOff.id);
      kept.signatures.push(...events);
      if (!reopened) return;
      // An objection to a declared change voids the approval (R5): it is to be answered, or the text reopened.
      kept.ended = null;
      const ids = new Set(place.chapters.map(({ id }) => id));
      for (const chapter of draft.chapters) if (ids.has(chapter.id)) chapter.state = 'sign-off';
      draft.moves.push(moveOf(place, actor.personId, 'sign-off', comment, null));
    });
    await needs.record({
      personId: actor.personId,
      what: decision === 'withdrawn' ? 'signature-withdrawn' : 'signed',
      subject: target.chapterId ?? target.outputId,
      detail: { decision, hash, slots: own.join(' ') },
    });
    if (decision === 'object')
      await news.objected(signOff, actor.personId, comment, place.output.coordinatorId);
    announce(place);
  }

  /** Brings an editorial change to its end, now that the text is changed; or forgets it where the text is as it was. */
  async function finishChange(outputId: string, signOffId: string): Promise<SignOff> {
    const { underway } = signOffIn(shelf.output(outputId).signOffs, signOffId);
    if (!underway) return signOffIn(shelf.output(outputId).signOffs, signOffId);
    const { chapterId, hash } = underway.from;
    const changed = needs.hashOf(await needs.readText(chapterId)) !== hash;
    const version = changed ? await needs.keepVersion(chapterId, underway.personId, underway.note) : null;
    const output = await shelf.change(outputId, (draft) => {
      const signOff = signOffIn(draft.signOffs, signOffId);
      signOff.underway = null;
      if (!version) return;
      const to = { ...underway.from, versionId: version.id, hash: version.hash, seq: version.seq };
      signOff.texts = signOff.texts.map((text) => (text.chapterId === chapterId ? to : text));
      signOff.hash = signOff.chapterId === null ? hashOfTexts(signOff.texts) : to.hash;
      signOff.changes.push({ ...underway, to, toHash: signOff.hash });
    });
    return signOffIn(output.signOffs, signOffId);
  }

  async function changeText(
    actor: Actor,
    chapterId: string,
    { suggestionIds, note }: { suggestionIds: readonly string[]; note: string },
  ): Promise<void> {
    const place = reviewedIn(shelf.outputOf(chapterId), chapterId);
    const signOff = governing(place);
    if (!signOff) throw new Failure('not-in-sign-off', 'The text is not locked: it can be changed directly.');
    const open = new Map(
      (await needs.suggestions.openOf(chapterId)).map(({ id, personId }) => [id, personId]),
    );
    const proposers = suggestionIds.map((id) => open.get(id));
    if (proposers.some((id) => id === undefined)) throw new Failure('not-found', 'No such open suggestion.');
    const from = signOff.texts.find((text) => text.chapterId === chapterId);
    if (!from) throw new Failure('not-in-sign-off', 'The chapter is no part of what is signed.');
    await shelf.change(place.output.id, (draft) => {
      signOffIn(draft.signOffs, signOff.id).underway = {
        id: newId(),
        at: now(),
        personId: actor.personId,
        proposerIds: [...new Set(proposers as string[])],
        suggestionIds: [...suggestionIds],
        note,
        from,
        fromHash: signOff.hash,
        objectUntil: new Date(clock.now() + place.output.policy.days * DAY_MS).toISOString(),
      };
    });
    try {
      await needs.suggestions.acceptLocked(chapterId, actor.personId, suggestionIds);
    } finally {
      const after = await finishChange(place.output.id, signOff.id);
      const change = after.changes.at(-1);
      if (change && after.changes.length > signOff.changes.length) {
        await needs.record({
          personId: actor.personId,
          what: 'editorial-change',
          subject: chapterId,
          detail: { from: change.fromHash, to: change.toHash },
        });
        await news.changed(after, change);
      }
      announce(place);
    }
  }

  for (const output of shelf.list()) {
    for (const { id, state } of output.chapters) if (LOCKED_STATES.has(state)) await lock(id, true);
    for (const { id, underway } of output.signOffs) if (underway) await finishChange(output.id, id);
  }

  return {
    targetOf: (chapterId) => ({ outputId: shelf.outputOf(chapterId).id, chapterId }),
    read: shown,

    list(actor, outputIds) {
      return outputIds.map((outputId): ReviewSummary => {
        const output = shelf.output(outputId);
        const places = [null, ...output.chapters.filter(({ archived }) => !archived).map(({ id }) => id)];
        const found = new Map<string, SignOff>();
        for (const chapterId of places) {
          const signOff = governing(reviewedIn(output, chapterId));
          if (signOff) found.set(signOff.id, signOff);
        }
        const signOffs = [...found.values()];
        return {
          outputId,
          pips: pipsOf(signOffs),
          awaited: signOffs
            .filter(({ ended }) => ended === null)
            .map((signOff) => {
              const personIds = awaitedIn(signOff, people.isActive);
              const { id, chapterId, deadline } = signOff;
              return {
                signOffId: id,
                chapterId,
                deadline,
                personIds,
                mine: personIds.includes(actor.personId),
              };
            }),
        };
      });
    },

    move: (actor, target, transition) => inTurn(actor, target, () => move(actor, target, transition)),
    sign: (actor, target, signing) => inTurn(actor, target, () => sign(actor, target, signing)),

    answer(actor, signOffId, { signatureId, text }) {
      const output = shelf.list().find(({ signOffs }) => signOffs.some(({ id }) => id === signOffId));
      if (!output) throw new Failure('not-found', 'No such sign-off.');
      const { chapterId } = signOffIn(output.signOffs, signOffId);
      const target = { outputId: output.id, chapterId };
      return inTurn(actor, target, async () => {
        if (!steers(actor, target)) throw new Failure('not-allowed', 'Only who coordinates answers.');
        const signOff = signOffIn(shelf.output(output.id).signOffs, signOffId);
        if (signOff.ended) throw new Failure('not-in-sign-off', 'It has ended.');
        const objection = signOff.signatures.find(
          ({ id, decision }) => id === signatureId && decision === 'object',
        );
        if (!objection) throw new Failure('not-found', 'No such objection.');
        await shelf.change(output.id, (draft) => {
          const answer = { at: now(), personId: actor.personId, to: signatureId, text };
          signOffIn(draft.signOffs, signOffId).answers.push(answer);
        });
        await news.answered(signOff, actor.personId, objection.personId, text);
        announce(reviewed(target));
      });
    },

    changeEditorially(actor, chapterId, change) {
      const target = { outputId: shelf.outputOf(chapterId).id, chapterId };
      return inTurn(actor, target, () => changeText(actor, chapterId, change));
    },

    async record(target) {
      const place = reviewed(target);
      const signOff = governing(place) ?? latest(place);
      if (!signOff) throw new Failure('not-found', 'No signatures were asked for.');
      const { output } = place;
      const texts = await Promise.all(
        signOff.texts.map(async ({ chapterId, versionId, hash }) => ({
          chapterId,
          hash,
          canonicalJson: await needs.canonicalTextOf(chapterId, versionId),
        })),
      );
      const history = output.moves.filter(
        ({ chapterId }) => target.chapterId === null || chapterId === null || chapterId === target.chapterId,
      );
      const shownSignOff = withoutUnderway(signOff);
      const named = new Set<string>([
        signOff.openedBy,
        ...signOff.slots.flatMap(({ signatoryId, deputyId }) => [signatoryId, deputyId ?? signatoryId]),
        ...signOff.signatures.map(({ personId }) => personId),
        ...signOff.answers.map(({ personId }) => personId),
        ...signOff.changes.flatMap(({ personId, proposerIds }) => [personId, ...proposerIds]),
        ...history.map(({ personId }) => personId),
      ]);
      return {
        kind: 'accord-approval-record',
        format: 1,
        madeAt: now(),
        outputTitle: output.title,
        title: target.chapterId === null ? output.title : (place.chapters[0]?.title ?? output.title),
        state: place.state ?? 'draft',
        signOff: shownSignOff,
        texts,
        history,
        people: [...named].flatMap((id) => people.named(id) ?? []),
      };
    },

    setPolicy: (outputId, policy) =>
      oneByOne(outputId, async () => {
        const { partnerIds } = shelf.output(outputId);
        const keys = new Set(slotKeys(policy, partnerIds, people).map(({ key }) => key));
        const wrong = policy.signatories.findIndex(
          ({ key, signatoryId, deputyId }) =>
            !keys.has(key) || [signatoryId, deputyId].some((id) => id !== null && !people.isActive(id)),
        );
        if (wrong >= 0) {
          const message = 'There is no such signatory, or nobody of this country or institution signs here.';
          throw new Failure('invalid-input', message, {
            fields: [{ path: `signatories.${wrong}`, message }],
          });
        }
        await shelf.change(outputId, (draft) => {
          draft.policy = policy;
        });
        return policy;
      }),
  };
}

function withoutUnderway({ underway: _, ...signOff }: SignOff): Omit<SignOff, 'underway'> {
  return signOff;
}
