import { subject } from '@casl/ability';
import {
	CalendarYearMissing,
	type CaseState,
	type ClockView,
	type Context,
	clocksOf,
	decide,
	type Notice,
	noticesFor,
	plainDateAt,
	probe,
	stateAt,
} from '../../law/index.ts';
import type { StoredEvent } from '../../platform/events/index.ts';
import type { Language } from '../../platform/locales.ts';
import { abilityOf } from '../../platform/permissions.ts';
import { type Answers, answerText, type Item, localiseForm, questionsFor, textIn } from '../catalog/index.ts';
import { maskedApplicant, maskForm } from './applicant-form.ts';
import { may, type Reader } from './case-access.ts';
import { actorOf, type CaseDesk, instantOf } from './case-commands.ts';
import { type CaseRecord, fromStored, papersNotIn, waitingFor } from './case-record.ts';
import { caseRules } from './cases.permissions.ts';
import type { CaseDocument, CaseSummary, CaseView, FileMeta, TimelineEntry } from './cases.schema.ts';
import { type CaseRow, SERIAL_DIGITS } from './cases.store.ts';
import { CASE_COMMANDS } from './command.schema.ts';
import { documentNumber } from './documents/index.ts';
import { articleText, refusalSignposts, refusalText, type Words } from './law-text.ts';
import { findPapers } from './papers.store.ts';

/** A line of a list. */
export function summaryOf(desk: CaseDesk, row: CaseRow, reader: Reader): CaseSummary {
	const { law, content } = row.state;
	const { today } = instantOf(desk);
	const own = content.applicant === reader.principal.id;
	const item = desk.catalog.find(content.itemCode, content.itemVersion);
	return {
		id: row.id,
		number: content.number,
		itemCode: content.itemCode,
		itemName: item ? textIn(item.name, reader.language) : content.itemCode,
		applicantName: own ? content.applicantName : maskedApplicant(content.form, content.applicantName),
		stage: law.stage,
		procedure: law.acceptance?.procedure ?? null,
		submittedOn: law.receivedOn ?? today,
		dueOn: row.dueOn,
		left: pressing(clocksOf(law, today, desk.reckoning))?.left ?? null,
		light: row.light,
		waitingFor: waitingFor(law),
		version: row.version,
	};
}

/** The open clock that ends first. */
function pressing(clocks: ClockView[]): ClockView | undefined {
	return clocks
		.filter((clock) => clock.state !== 'DONE' && clock.id !== 'C8')
		.sort((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1))[0];
}

/** Everything about one case that this reader may see, as of now: two queries, whatever has happened in it. */
export async function readView(desk: CaseDesk, row: CaseRow, reader: Reader): Promise<CaseView> {
	const [events, papers] = await Promise.all([desk.store.read(row.id), findPapers(desk.platform.db, row.id)]);
	return viewOf(desk, row, { events, papers }, reader);
}

function viewOf(
	desk: CaseDesk,
	row: CaseRow,
	{ events, papers }: { events: StoredEvent[]; papers: FileMeta[] },
	reader: Reader,
): CaseView {
	const { content } = row.state;
	const { at, today } = instantOf(desk);
	const law = currentState(desk, row.state.law, at);
	const personal = may(reader, 'readPersonal', row.state);
	const internal = content.applicant !== reader.principal.id;
	const item = itemOf(desk, content);
	return {
		...summaryOf(desk, row, reader),
		stage: law.stage,
		item: itemView(item, reader),
		personal,
		situation: situationView(desk, item, content.answers, reader),
		form: personal ? content.form : maskForm(item.form.schema, content.form),
		onBehalfOf: personal ? content.onBehalfOf : null,
		files: personal ? content.files : [],
		pending: personal ? papersNotIn(content, papers) : [],
		supplement: supplementView(law, events),
		judgement: (internal && content.judgement) || [],
		law: internal ? law : { ...law, review: null },
		clocks: clocksOf(law, today, desk.reckoning).map((clock) => ({
			...clock,
			name: desk.platform.locales.t(reader.language, `law.clocks.${clock.id}`),
		})),
		timeline: timelineOf(desk, row.state, events, reader, { personal, internal }),
		documents: documentsOf(desk, row.id, content.number, events, reader.language),
		actions: actionsOf(desk, row.state, { law, at }, reader),
		visits: row.state.presence.days.length,
	};
}

/** The item in the version that the case began with, as it applies in the applicant's situation. */
function itemOf({ catalog }: CaseDesk, { itemCode, itemVersion, answers }: CaseRecord['content']): Item {
	return catalog.applied(itemCode, itemVersion, answers);
}

/** What time has brought is shown even before it is written; without a calendar the written state must do. */
function currentState(desk: CaseDesk, law: CaseState, at: string): CaseState {
	try {
		return stateAt(law, at, desk.reckoning);
	} catch (error) {
		if (error instanceof CalendarYearMissing) return law;
		throw error;
	}
}

function itemView(item: Item, { language }: Reader): CaseView['item'] {
	return {
		code: item.code,
		version: item.version,
		name: textIn(item.name, language),
		resultName: textIn(item.result.name, language),
		materials: item.materials.map((material) => ({
			code: material.code,
			name: textIn(material.name, language),
			necessity: material.necessity,
			why: textIn(material.why, language),
			acceptStandard: textIn(material.acceptStandard, language),
			toleranceDays: material.toleranceDays ?? null,
			commitment: material.commitment ? textIn(material.commitment, language) : null,
		})),
		form: localiseForm(item.form, language),
	};
}

/** The answers in words: they say why these papers are asked for and no others. */
function situationView(
	{ platform: { locales } }: CaseDesk,
	item: Item,
	answers: Answers,
	{ language }: Reader,
): CaseView['situation'] {
	const say = (word: string) => locales.t(language, `catalog.conditions.${word}`);
	return questionsFor(item, answers).flatMap((question) => {
		const { code } = question;
		const given = answers[code];
		if (given === undefined) return [];
		const answer = answerText(question, given, language, say);
		return { code, question: textIn(question.question, language), answer };
	});
}

/** The faults that the one notice named, and which of them are mended. */
function supplementView(law: CaseState, events: StoredEvent[]): CaseView['supplement'] {
	for (const stored of events) {
		const { event } = fromStored(stored);
		if (event.type !== 'SupplementRequested') continue;
		return event.data.items.map((item) => ({
			...item,
			done: !law.supplement?.outstanding.includes(item.code),
		}));
	}
	return [];
}

/** Event values that only the bureau reads: its own deliberation. */
const INTERNAL: Record<string, readonly string[]> = {
	Reviewed: ['text', 'opinion'],
	ReturnedToReview: ['reason'],
	SiteVisited: ['findings'],
};

function timelineOf(
	desk: CaseDesk,
	{ content }: CaseRecord,
	events: StoredEvent[],
	{ language, principal }: Reader,
	sees: { personal: boolean; internal: boolean },
): TimelineEntry[] {
	const { locales } = desk.platform;
	return events.map((stored) => {
		const { event, extra } = fromStored(stored);
		const { rules: _, ...data } = event.data as Record<string, unknown>;
		const hidden = sees.internal ? [] : (INTERNAL[event.type] ?? []);
		const params = Object.fromEntries(Object.entries(data).filter(([name]) => !hidden.includes(name)));
		const own = event.actor === content.applicant && event.actor !== principal.id;
		const name = own ? maskedApplicant(content.form, content.applicantName) : (extra.by?.name ?? '');
		return {
			version: stored.version,
			at: stored.at,
			on: event.data.on,
			type: event.type,
			title: locales.t(language, `law.events.${event.type}`),
			actor: { id: event.actor, name, role: extra.by?.role ?? 'SYSTEM' },
			params: sees.personal ? params : {},
		};
	});
}

/**
 * The legal documents that the events have obliged. Their serial is the case's own, so they need no counter, have no
 * gaps, and cannot be issued twice; the second of a kind in one case is `…-2`.
 */
export function documentsOf(
	desk: CaseDesk,
	id: string,
	caseNumber: string,
	events: StoredEvent[],
	language: Language,
): CaseDocument[] {
	const issued = new Map<Notice, number>();
	return events.flatMap((stored) => {
		const { event } = fromStored(stored);
		const issuedOn = plainDateAt(stored.at);
		return noticesFor(event).map((notice) => {
			const nth = (issued.get(notice) ?? 0) + 1;
			issued.set(notice, nth);
			const serial = caseNumber.slice(-SERIAL_DIGITS) + (nth > 1 ? `-${nth}` : '');
			return {
				id: `${stored.version}-${notice}`,
				notice,
				number: documentNumber(notice, issuedOn.slice(0, 4), serial),
				issuedOn,
				title: desk.platform.locales.t(language, `law.notices.${notice}`),
				href: `/api/cases/${id}/documents/${stored.version}-${notice}.pdf`,
			};
		});
	});
}

/** Every command that the table allows this reader, tried in its most favourable form. */
function actionsOf(
	desk: CaseDesk,
	record: CaseRecord,
	{ law, at }: { law: CaseState; at: string },
	reader: Reader,
): CaseView['actions'] {
	const { language, principal } = reader;
	const context: Context = { ...desk.reckoning, at, actor: actorOf(principal, record.content) };
	const ability = abilityOf(caseRules(principal));
	const { applicant, itemCode } = record.content;
	const item = desk.catalog.find(itemCode, record.content.itemVersion);
	const words: Words = { locales: desk.platform.locales, language, item };
	return CASE_COMMANDS.filter((command) =>
		ability.can(command, subject('Case', { applicant, itemCode })),
	).map((command) => {
		const decision = decide(record.law, probe(command, law, context), context);
		if (decision.ok) return { command, allowed: true, refusal: null };
		const { refusal } = decision;
		return {
			command,
			allowed: false,
			refusal: {
				code: refusal.code,
				text: refusalText(words, refusal),
				article: articleText(words, refusal.article),
				signposts: refusalSignposts(words, refusal),
			},
		};
	});
}
