import {
	type CaseEvent,
	type CaseState,
	EMPTY_CASE,
	evolve,
	type LightPlan,
	lightPlan,
	nextSettlement,
	type PlainDate,
	plainDateAt,
	type Reckoning,
	type Role,
	rulesOf,
} from '../../law/index.ts';
import type { JsonObject, NewEvent, StoredEvent } from '../../platform/events/index.ts';
import type { Answers } from '../catalog/index.ts';
import type { FileMeta, OnBehalfOf, WaitingFor } from './cases.schema.ts';
import { NO_PRESENCE, type Presence, presenceAfter, timesOf } from './counting.rules.ts';
import type { Judgement } from './judgement.schema.ts';

/** What a case is about, beside the procedure that the law knows. */
export interface CaseContent {
	number: string;
	itemCode: string;
	itemVersion: number;
	/** Account of the applicant; null for somebody at the window who has none. */
	applicant: string | null;
	applicantName: string;
	onBehalfOf: OnBehalfOf | null;
	/** Answers to the item's questions: the situation in which the item applies. */
	answers: Answers;
	form: Record<string, unknown>;
	files: FileMeta[];
	/** What was found of each paper and field before the supplement notice; absent while there is none. */
	judgement?: Judgement[];
}

/** Who did it, as it stood on that day: the log explains itself without asking today's organisation. */
export interface By {
	name: string;
	role: Role;
}

/** What an event carries beside the law's facts. */
export interface EventExtra {
	by?: By;
	/** Names of the colleagues whom the event names by id. */
	names?: Record<string, string>;
	content?: Partial<CaseContent>;
}

/** A case as a whole: the fold of its events. */
export interface CaseRecord {
	law: CaseState;
	content: CaseContent;
	presence: Presence;
}

const NO_CONTENT: CaseContent = {
	number: '',
	itemCode: '',
	itemVersion: 0,
	applicant: null,
	applicantName: '',
	onBehalfOf: null,
	answers: {},
	form: {},
	files: [],
};

/** A case before anything happened. */
export const EMPTY_RECORD: CaseRecord = { law: EMPTY_CASE, content: NO_CONTENT, presence: NO_PRESENCE };

/** An event of the law with what the case adds, ready for the store. */
export function toStored(event: CaseEvent, extra: EventExtra): NewEvent {
	const data = { ...event.data, ...(Object.keys(extra).length > 0 && { extra }) };
	return { type: event.type, at: event.at, actor: event.actor, data: data as unknown as JsonObject };
}

/** The law's event in a stored one, and what the case added. */
export function fromStored(stored: NewEvent): { event: CaseEvent; extra: EventExtra } {
	const { extra = {}, ...data } = stored.data;
	const event = { type: stored.type, at: stored.at, actor: stored.actor, data } as unknown as CaseEvent;
	return { event, extra: extra as EventExtra };
}

/** The record after one more event. Files add up; a corrected form replaces the old one. */
export function applyEvent(record: CaseRecord, stored: NewEvent): CaseRecord {
	const { event, extra } = fromStored(stored);
	const { files = [], ...content } = extra.content ?? {};
	return {
		law: evolve(record.law, event),
		content: { ...record.content, ...content, files: [...record.content.files, ...files] },
		presence: presenceAfter(record.presence, event, extra.by?.role === 'APPLICANT'),
	};
}

/** The record after all its events. */
export function foldRecord(events: readonly NewEvent[]): CaseRecord {
	return events.reduce(applyEvent, EMPTY_RECORD);
}

/** Papers that were uploaded for a case and have not been handed in yet. */
export function papersNotIn({ files }: CaseContent, papers: readonly FileMeta[]): FileMeta[] {
	const known = new Set(files.map((file) => file.id));
	return papers.filter((paper) => !known.has(paper.id));
}

/** For whom the case waits. */
export function waitingFor({ stage, tolerated, delivery }: CaseState): WaitingFor {
	switch (stage) {
		case 'SUPPLEMENT_NOTIFIED':
			return 'APPLICANT';
		case 'SUBMITTED':
		case 'SUPPLEMENTED':
		case 'GRANTED':
		case 'RENEWAL_PENDING':
			return 'BUREAU';
		case 'ACCEPTED':
		case 'UNDER_REVIEW':
			return tolerated.some((paper) => paper.suppliedOn === null) ? 'APPLICANT' : 'BUREAU';
		case 'REFUSED':
			return delivery ? 'NOBODY' : 'BUREAU';
		default:
			return 'NOBODY';
	}
}

/** Staff roles whose turn it is: what a to-do list is made of. */
function turnOf(state: CaseState): Role[] {
	const { stage, acceptance, review, delivery, licence } = state;
	const alone: Role[] = acceptance?.procedure === 'SOLE' ? ['SOLE_APPROVER'] : [];
	switch (stage) {
		case 'SUBMITTED':
		case 'SUPPLEMENTED':
			return rulesOf(state).soleApproval ? ['CLERK', 'SOLE_APPROVER'] : ['CLERK'];
		case 'ACCEPTED':
		case 'UNDER_REVIEW':
			return alone.length > 0 ? alone : [review ? 'APPROVER' : 'REVIEWER'];
		case 'GRANTED':
			return ['CLERK', ...alone];
		case 'REFUSED':
			return delivery ? [] : ['CLERK', ...alone];
		case 'ACTIVE':
			return licence?.change ? ['APPROVER'] : [];
		case 'RENEWAL_PENDING':
			return ['APPROVER'];
		default:
			return [];
	}
}

/** Columns that follow from the events alone: `npm run verify` computes them anew and compares. */
function recordColumns({ law, content, presence }: CaseRecord): JsonObject {
	return {
		state: { law, content, presence } as unknown as JsonObject,
		number: content.number,
		item_code: content.itemCode,
		item_version: content.itemVersion,
		applicant: content.applicant,
		applicant_name: content.applicantName,
		stage: law.stage,
		procedure: law.acceptance?.procedure ?? null,
		channel: law.channel,
		submitted_on: law.receivedOn,
		waiting_for: waitingFor(law),
		turn: turnOf(law),
		noticed_on: law.supplement?.on ?? null,
		decided_on: law.decision?.on ?? null,
		visits: presence.days.length,
		online: presence.online,
	};
}

/** Columns that need the calendar, too: when the lights change, and when time itself acts next. */
function timeColumns({ law }: CaseRecord, today: PlainDate, reckoning: Reckoning): JsonObject {
	const plan: LightPlan | null = lightPlan(law, today, reckoning);
	return {
		due_on: plan?.due ?? null,
		lit_from: plan?.start ?? null,
		yellow_on: plan?.yellowOn ?? null,
		orange_on: plan?.orangeOn ?? null,
		red_on: plan?.redOn ?? null,
		stopped_from: plan?.stopped?.first ?? null,
		stopped_to: plan?.stopped?.last ?? null,
		settle_on: nextSettlement(law, reckoning),
		...countedColumns(law, reckoning),
	};
}

/** How long the decision took, against promise and statute. */
export function countedColumns(law: CaseState, reckoning: Reckoning): JsonObject {
	const times = timesOf(law, reckoning);
	return {
		statutory_days: times?.statutory ?? null,
		promised_days: times?.promised ?? null,
		spent_days: times?.spent ?? null,
		timeliness: times?.timeliness ?? null,
	};
}

/** The row of a case after an append. */
export function recordRow(record: CaseRecord, reckoning: Reckoning): JsonObject {
	const at = record.law.lastAt;
	if (!at) throw new TypeError('a case without events has no row');
	return { ...recordColumns(record), ...timeColumns(record, plainDateAt(at), reckoning) };
}

/** For `npm run verify`: the columns that the events of one case must give. */
export function foldCase(events: readonly StoredEvent[]): JsonObject {
	return recordColumns(foldRecord(events));
}
