import { CANCELLATION_GROUNDS, CHANNELS, REVOCATION_GROUNDS } from '../../../../../law/index.ts';
import type { CaseView, DeskCommand } from '../types.ts';

/** What a control asks for; `words` names the group of texts that its options are called by. */
export type Control =
	| { kind: 'text' | 'longtext' | 'date' | 'days' | 'lines' | 'yesno' | 'staff' }
	| { kind: 'choice'; words: string; options: (view: CaseView) => readonly string[] };

export type Field = Control & {
	name: string;
	/** Left out of the command when empty. */
	optional?: boolean;
	/** Asked only where it matters. */
	when?: (view: CaseView) => boolean;
	/** Value to begin with; `today` is a Shanghai date. */
	initial?: (view: CaseView, today: string) => unknown;
	/** How many are needed at least, for lists. */
	least?: number;
};

/** The parts of the action panel, in the order of the procedure. */
export const GROUPS = [
	'acceptance',
	'review',
	'special',
	'hearing',
	'decision',
	'delivery',
	'applicant',
	'after',
] as const;
export type Group = (typeof GROUPS)[number];

export interface CommandForm {
	group: Group;
	fields: readonly Field[];
	/** Ends something that cannot be begun again. */
	grave?: boolean;
}

const longtext = (name: string): Field => ({ name, kind: 'longtext' });
const text = (name: string): Field => ({ name, kind: 'text' });
const date = (name: string): Field => ({ name, kind: 'date' });

const heard = (view: CaseView) => Boolean(view.law.hearing?.heldOn);
const onHearingRecord: Field = { name: 'onHearingRecord', kind: 'longtext', when: heard };

const validTo: Field = {
	name: 'validTo',
	kind: 'date',
	when: (view) => view.law.rules?.validityMonths != null,
	initial: (view, today) => lastDay(today, view.law.rules?.validityMonths ?? 0),
};

/** The forms of all commands; what the law asks of each stands in `src/law/commands.ts`. */
export const COMMAND_FORMS: Record<DeskCommand, CommandForm> = {
	Accept: { group: 'acceptance', fields: [] },
	CorrectOnSpot: {
		group: 'acceptance',
		fields: [{ name: 'corrections', kind: 'lines', least: 1 }],
	},
	RequestSupplement: { group: 'acceptance', fields: [] },
	DeclareNotRequired: { group: 'acceptance', fields: [longtext('reason')], grave: true },
	DeclareOutOfScope: {
		group: 'acceptance',
		fields: [text('rightOrgan'), longtext('reason')],
		grave: true,
	},
	Supplement: { group: 'acceptance', fields: [] },
	StartReview: { group: 'review', fields: [] },
	SupplyOwed: { group: 'review', fields: [] },
	AssignInspectors: { group: 'review', fields: [{ name: 'staff', kind: 'staff', least: 2 }] },
	RecordSiteVisit: {
		group: 'review',
		fields: [
			{ name: 'staff', kind: 'staff', least: 2, initial: (view) => view.law.inspectors?.staff ?? [] },
			{ name: 'passed', kind: 'yesno' },
			longtext('findings'),
		],
	},
	Review: {
		group: 'review',
		fields: [
			{ name: 'opinion', kind: 'choice', words: 'words.opinion', options: () => ['GRANT', 'REFUSE'] },
			longtext('text'),
		],
	},
	ReturnToReview: { group: 'decision', fields: [longtext('reason')] },
	StartSpecialProcedure: {
		group: 'special',
		fields: [
			{ name: 'kind', kind: 'choice', words: 'web:portal.special', options: specialKinds },
			{ name: 'neededDays', kind: 'days' },
			longtext('reason'),
		],
	},
	EndSpecialProcedure: {
		group: 'special',
		fields: [
			{ name: 'kind', kind: 'choice', words: 'web:portal.special', options: runningSpecials },
			longtext('result'),
		],
	},
	Extend: { group: 'special', fields: [longtext('reason')] },
	InformInterestedParties: {
		group: 'hearing',
		fields: [{ name: 'parties', kind: 'lines', least: 1 }, longtext('interest')],
	},
	InformHearingRight: { group: 'hearing', fields: [{ name: 'parties', kind: 'lines', least: 1 }] },
	RequestHearing: { group: 'hearing', fields: [text('party')] },
	AnnounceHearing: { group: 'hearing', fields: [text('basis')] },
	NotifyHearing: {
		group: 'hearing',
		fields: [date('date'), text('place'), { name: 'chair', kind: 'staff', least: 1 }],
	},
	ReplaceHearingChair: {
		group: 'hearing',
		fields: [{ name: 'chair', kind: 'staff', least: 1 }, longtext('reason')],
	},
	HoldHearing: { group: 'hearing', fields: [longtext('record'), { name: 'signed', kind: 'yesno' }] },
	Grant: { group: 'decision', fields: [validTo, onHearingRecord] },
	Refuse: {
		group: 'decision',
		fields: [
			longtext('reasons'),
			text('basis'),
			{
				name: 'technicalStandard',
				kind: 'text',
				optional: true,
				when: (view) => Boolean(view.law.rules?.technicalInspection),
			},
			onHearingRecord,
		],
		grave: true,
	},
	Deliver: {
		group: 'delivery',
		fields: [
			{ name: 'method', kind: 'choice', words: 'words.delivery', options: () => CHANNELS },
			text('recipient'),
			text('proof'),
		],
	},
	Withdraw: { group: 'applicant', fields: [longtext('reason')], grave: true },
	CheckCommitment: {
		group: 'after',
		fields: [{ name: 'kept', kind: 'yesno' }, longtext('findings'), { ...date('rectifyBy'), optional: true }],
	},
	RequestRenewal: { group: 'after', fields: [] },
	GrantRenewal: { group: 'after', fields: [date('validTo')] },
	RefuseRenewal: { group: 'after', fields: [longtext('reasons'), text('basis')], grave: true },
	RequestChange: { group: 'after', fields: [longtext('what')] },
	GrantChange: { group: 'after', fields: [] },
	RefuseChange: { group: 'after', fields: [longtext('reasons'), text('basis')], grave: true },
	Revoke: {
		group: 'after',
		fields: [
			{ name: 'ground', kind: 'choice', words: 'words.revocation', options: () => REVOCATION_GROUNDS },
			longtext('reasons'),
			{ name: 'publicHarm', kind: 'yesno' },
		],
		grave: true,
	},
	WithdrawLicence: {
		group: 'after',
		fields: [longtext('reasons'), text('basis'), text('compensation')],
		grave: true,
	},
	RevokeAsPenalty: { group: 'after', fields: [longtext('reasons'), text('basis')], grave: true },
	Cancel: {
		group: 'after',
		fields: [
			{ name: 'ground', kind: 'choice', words: 'words.cancellation', options: () => CANCELLATION_GROUNDS },
		],
		grave: true,
	},
};

/** Only kinds that some law requires for this item (Art. 45). */
function specialKinds(view: CaseView): string[] {
	return (view.law.rules?.specialProcedures ?? []).map(({ kind }) => kind);
}

function runningSpecials(view: CaseView): string[] {
	return view.law.specials.filter(({ to }) => to === null).map(({ kind }) => kind);
}

/** The day before the same day `months` later: a licence of a year from 7 September ends on 6 September. */
function lastDay(today: string, months: number): string {
	const day = new Date(`${today}T00:00:00Z`);
	day.setUTCMonth(day.getUTCMonth() + months);
	day.setUTCDate(day.getUTCDate() - 1);
	return day.toISOString().slice(0, 10);
}
