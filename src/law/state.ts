import type { Tolerance } from './commands.ts';
import type { ItemRules } from './item-rules.ts';
import type { Step } from './options.ts';
import type { PlainDate } from './plain-date.ts';
import type { Channel, Procedure, SpecialKind, Stage } from './vocabulary.ts';

/** A special procedure of Art. 45: begun on `from`, told to need `neededDays`, ended on `to`. */
export interface SpecialProcedure {
	kind: SpecialKind;
	from: PlainDate;
	neededDays: number;
	to: PlainDate | null;
}

/** The hearing and how it came about. */
export interface Hearing {
	/** Right to ask for one (Art. 47), told on this day. */
	informedOn: PlainDate | null;
	/** The day after which nobody may ask any more, once it has passed without a request. */
	lapsedOn: PlainDate | null;
	requestedOn: PlainDate | null;
	/** Public announcement of a mandatory or public-interest hearing (Art. 46). */
	announcedOn: PlainDate | null;
	/** First notice of time and place; a later one changes the date, not the day from which the clock stands. */
	notifiedOn: PlainDate | null;
	notice: { on: PlainDate; date: PlainDate; place: string; chair: string } | null;
	heldOn: PlainDate | null;
}

/** The current state of a case: a pure fold of its events. */
export interface CaseState {
	/** Number of events folded. */
	version: number;
	stage: Stage;
	/** Instant of the last event; time never runs backwards. */
	lastAt: string | null;
	rules: ItemRules | null;
	channel: Channel | null;
	/** Day on which the application was received (收件). */
	receivedOn: PlainDate | null;
	/** Codes of the materials in hand. */
	materials: string[];
	supplement: { on: PlainDate; outstanding: string[]; completeOn: PlainDate | null } | null;
	acceptance: { on: PlainDate; deemed: boolean; procedure: Procedure } | null;
	/** Tolerated papers; owed while `suppliedOn` is null. */
	tolerated: (Tolerance & { suppliedOn: PlainDate | null })[];
	commitment: { on: PlainDate; kept: boolean | null; rectifyBy: PlainDate | null } | null;
	/** Who took each step. Everybody who reviewed counts, not only the last. */
	persons: Record<Step, string[]>;
	review: { opinion: 'GRANT' | 'REFUSE'; text: string } | null;
	inspectors: { on: PlainDate; staff: string[] } | null;
	siteVisit: { on: PlainDate; staff: string[]; passed: boolean } | null;
	specials: SpecialProcedure[];
	extension: { on: PlainDate; days: number } | null;
	hearing: Hearing | null;
	decision: { on: PlainDate; outcome: 'GRANTED' | 'REFUSED'; onTheSpot: boolean } | null;
	delivery: { on: PlainDate; method: string } | null;
	licence: {
		validTo: PlainDate | null;
		renewal: { on: PlainDate; silence: boolean } | null;
		change: { on: PlainDate; what: string } | null;
	} | null;
	/** Day on which the procedure ended without a decision (withdrawn, not required …). */
	endedOn: PlainDate | null;
}

/** A case before anything happened. */
export const EMPTY_CASE: CaseState = {
	version: 0,
	stage: 'DRAFT',
	lastAt: null,
	rules: null,
	channel: null,
	receivedOn: null,
	materials: [],
	supplement: null,
	acceptance: null,
	tolerated: [],
	commitment: null,
	persons: { ACCEPT: [], REVIEW: [], DECIDE: [] },
	review: null,
	inspectors: null,
	siteVisit: null,
	specials: [],
	extension: null,
	hearing: null,
	decision: null,
	delivery: null,
	licence: null,
	endedOn: null,
};

const NO_HEARING: Hearing = {
	informedOn: null,
	lapsedOn: null,
	requestedOn: null,
	announcedOn: null,
	notifiedOn: null,
	notice: null,
	heldOn: null,
};

/** The hearing ledger, empty when nothing has happened in it. */
export function hearingOf(state: CaseState): Hearing {
	return state.hearing ?? NO_HEARING;
}

/** Papers that were tolerated and are not in yet. */
export function owedPapers(state: CaseState): Tolerance[] {
	return state.tolerated.filter((paper) => paper.suppliedOn === null);
}

/** Everybody who has reviewed the application. In sole approval whoever acts on it reviews it. */
export function reviewersOf({ acceptance, persons }: CaseState): string[] {
	if (acceptance?.procedure !== 'SOLE') return persons.REVIEW;
	return [...persons.ACCEPT, ...persons.REVIEW, ...persons.DECIDE];
}

/** Required papers that are not in hand: after an acceptance by silence, or a notice that forgot one. */
export function missingPapers({ rules, materials }: CaseState): string[] {
	const required = rules?.materials.filter(({ necessity }) => necessity === 'REQUIRED') ?? [];
	return required.map(({ code }) => code).filter((code) => !materials.includes(code));
}

/** Rules of a case that has been submitted. @throws TypeError for a draft: the stage table keeps drafts away. */
export function rulesOf(state: CaseState): ItemRules {
	if (!state.rules) throw new TypeError('a draft has no rules yet');
	return state.rules;
}
