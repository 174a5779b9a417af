import {
	type CaseEvent,
	type CaseState,
	type ClockId,
	clocksOf,
	type EventData,
	type EventType,
	fold,
	isFormField,
	type Notice,
	type PlainDate,
	plainDateAt,
} from '../../law/index.ts';
import type { StoredEvent } from '../../platform/events/index.ts';
import { type Item, textIn } from '../catalog/index.ts';
import type { CaseDesk } from './case-commands.ts';
import { type CaseRecord, type EventExtra, foldRecord, fromStored } from './case-record.ts';
import type { CaseDocument } from './cases.schema.ts';
import type { NoticeInput } from './documents/index.ts';
import { codeName } from './law-text.ts';

/** What a document is made from. */
export interface NoticeSource {
	bureau: NoticeInput['bureau'];
	events: StoredEvent[];
	wanted: CaseDocument;
	caseId: string;
}

/** What the values of one notice are taken from: the case as it stood right after the event. */
interface Moment {
	event: CaseEvent;
	extra: EventExtra;
	law: CaseState;
	/** The state before the event. */
	before: CaseState;
	record: CaseRecord;
	item: Item;
	issuedOn: PlainDate;
	/** A text in Chinese, the language of legal documents. */
	say(key: string, params?: Record<string, string | number>): string;
	/** Last day of a clock, or the words for a day that no calendar gives yet. */
	due(clock: ClockId): string;
}

interface Values {
	values: Record<string, string>;
	tables?: Record<string, string[][]>;
}

/** A document's input, from the log alone: the same log gives the same document. @throws TypeError for a foreign document */
export function noticeInput(desk: CaseDesk, source: NoticeSource): NoticeInput {
	const { bureau, events, wanted, caseId } = source;
	const moment = momentOf(desk, source);
	const { values, tables } = valuesOf[wanted.notice](moment);
	return {
		notice: wanted.notice,
		number: wanted.number,
		issuedOn: wanted.issuedOn,
		bureau,
		caseNumber: foldRecord(events).content.number,
		itemName: textIn(moment.item.name, 'zh-CN'),
		applicant: moment.record.content.applicantName,
		values,
		...(tables && { tables }),
		queryUrl: `${desk.platform.config.publicUrl}/cases/${caseId}`,
	};
}

function momentOf({ platform, reckoning, catalog }: CaseDesk, { events, wanted }: NoticeSource): Moment {
	const version = Number.parseInt(wanted.id, 10);
	const until = events.slice(0, version);
	const stored = until.at(-1);
	if (!stored || stored.version !== version) throw new TypeError(`no event ${version}`);
	const { event, extra } = fromStored(stored);
	const law = fold(until.map((each) => fromStored(each).event));
	const record = foldRecord(until);
	const issuedOn = plainDateAt(stored.at);
	const say: Moment['say'] = (key, params) => platform.locales.t('zh-CN', `cases.notice.${key}`, params);
	return {
		event,
		extra,
		law,
		before: fold(until.slice(0, -1).map((each) => fromStored(each).event)),
		record,
		item: catalog.applied(record.content.itemCode, record.content.itemVersion, record.content.answers),
		issuedOn,
		say: (key, params) =>
			key.startsWith('law.') ? platform.locales.t('zh-CN', key, params) : say(key, params),
		due: (clock) =>
			clocksOf(law, issuedOn, reckoning).find(({ id }) => id === clock)?.due ?? say('dueUnknown'),
	};
}

/** The event's data as the notice that it obliges expects it. @throws TypeError when the notice is not this event's */
function dataOf<T extends EventType>({ event }: Moment, ...types: T[]): EventData[T] {
	if ((types as string[]).includes(event.type)) return event.data as EventData[T];
	throw new TypeError(`${event.type} does not oblige this notice`);
}

function materialName({ item, say }: Moment, code: string): string {
	const name = codeName({ item, language: 'zh-CN' }, code);
	return isFormField(code) ? say('formField', { field: name }) : name;
}

/** A limit as the templates take it: a number means working days; calendar days of another statute are spelt out. */
function limitText({ say }: Moment, days: number, unit: 'WD' | 'CD'): string {
	if (days === 0) return say('onTheSpot');
	return unit === 'WD' ? String(days) : say('calendarDays', { days });
}

const optional = (name: string, value: string | null | undefined): Record<string, string> =>
	value ? { [name]: value } : {};

const valuesOf: Record<Notice, (moment: Moment) => Values> = {
	RECEIPT: (moment) => {
		const { record, due, say } = moment;
		const { on, materials } = dataOf(moment, 'Submitted');
		const rows = materials.map((code) => {
			const files = record.content.files.filter((file) => file.material === code).length;
			return [
				materialName(moment, code),
				say(files > 0 ? 'electronic' : 'shared'),
				String(Math.max(1, files)),
			];
		});
		return { values: { receivedOn: on, noticeDue: due('C1') }, tables: { materials: rows } };
	},
	ACCEPTANCE: (moment) => {
		const { law, due, event, item, say } = moment;
		const { limit, promiseDays } = item.rules;
		return {
			values: {
				acceptedOn: law.acceptance?.on ?? event.data.on,
				statutoryLimit: limitText(moment, limit.days, limit.unit),
				promisedLimit: limitText(moment, promiseDays, 'WD'),
				decisionDue: due('C2'),
				promiseDue: due('C3'),
				...(event.type === 'AcceptanceDeemed' &&
					event.data.cause === 'NO_NOTICE_IN_TIME' && { deemed: say('yes') }),
			},
		};
	},
	NON_ACCEPTANCE: (moment) => {
		const data = dataOf(moment, 'NotRequiredDeclared', 'OutOfScopeDeclared');
		return { values: { reason: data.reason, ...('rightOrgan' in data && { rightOrgan: data.rightOrgan }) } };
	},
	SUPPLEMENT: (moment) => {
		const { items } = dataOf(moment, 'SupplementRequested');
		const rows = items.map(({ code, fault, remedy }) => [materialName(moment, code), fault, remedy]);
		return { values: { ...optional('receivedOn', moment.law.receivedOn) }, tables: { faults: rows } };
	},
	EXTENSION: (moment) => {
		const { reason, days, by } = dataOf(moment, 'LimitExtended');
		const { unit } = moment.item.rules.limit;
		return {
			values: {
				reason,
				extensionDays: limitText(moment, days, unit),
				decisionDue: moment.due('C2x'),
				approvedBy: moment.say(`approvedBy.${by}`),
			},
		};
	},
	SPECIAL_PROCEDURE: (moment) => {
		const { kind, neededDays, reason, basis } = dataOf(moment, 'SpecialProcedureStarted');
		return {
			values: {
				procedure: moment.say(`law.specialKinds.${kind}`),
				neededDays: limitText(moment, neededDays, 'WD'),
				reason,
				basis,
			},
		};
	},
	HEARING_RIGHT: (moment) => {
		const { parties } = dataOf(moment, 'HearingRightInformed');
		return { values: { parties: parties.join('、'), requestBy: moment.due('C5') } };
	},
	HEARING_ANNOUNCEMENT: (moment) => {
		const { basis, on } = dataOf(moment, 'HearingAnnounced');
		return { values: { basis, announcedOn: on } };
	},
	HEARING: (moment) => {
		const { date, place, chair } = dataOf(moment, 'HearingNotified');
		return { values: { date, place, chair: moment.extra.names?.[chair] ?? chair } };
	},
	GRANT: (moment) => {
		const { on, validTo, onHearingRecord } = dataOf(moment, 'Granted');
		return {
			values: {
				licenceName: textIn(moment.item.result.name, 'zh-CN'),
				validFrom: on,
				validTo: validTo ?? moment.say('noEnd'),
				deliveryDue: moment.due('C4'),
				...optional('onHearingRecord', onHearingRecord),
			},
		};
	},
	REFUSAL: (moment) => {
		const { reasons, basis, technicalStandard, onHearingRecord } = dataOf(moment, 'Refused');
		return {
			values: {
				reasons,
				basis,
				...optional('technicalStandard', technicalStandard),
				...optional('onHearingRecord', onHearingRecord),
			},
		};
	},
	PROOF_OF_DELIVERY: (moment) => {
		const { method, recipient, proof, on } = dataOf(moment, 'Delivered');
		const notice = moment.law.decision?.outcome === 'GRANTED' ? 'GRANT' : 'REFUSAL';
		return {
			values: {
				document: moment.say(`law.notices.${notice}`),
				method: moment.say(`delivery.${method}`),
				recipient,
				proof,
				deliveredOn: on,
			},
		};
	},
	TOLERANCE_PROMISE: (moment) => {
		const { tolerated } = dataOf(moment, 'Accepted');
		const standard = (code: string) =>
			moment.item.materials.find((each) => each.code === code)?.acceptStandard;
		const rows = tolerated.map(({ material, due }) => {
			const text = standard(material);
			return [materialName(moment, material), text ? textIn(text, 'zh-CN') : '', due];
		});
		return { values: {}, tables: { papers: rows } };
	},
	COMMITMENT: (moment) => {
		const replaced = moment.item.materials.filter((each) => each.necessity === 'BY_PROMISE');
		const rows = replaced.map((each) => [
			textIn(each.name, 'zh-CN'),
			textIn(each.commitment ?? each.acceptStandard, 'zh-CN'),
		]);
		return { values: {}, tables: { conditions: rows } };
	},
	RENEWAL: (moment) => {
		const data = dataOf(moment, 'RenewalGranted', 'RenewalRefused');
		if ('reasons' in data)
			return { values: { outcome: moment.say('renewal.refused'), reasons: data.reasons } };
		return {
			values: {
				outcome: moment.say(data.deemed ? 'renewal.deemed' : 'renewal.granted'),
				validTo: data.validTo,
			},
		};
	},
	CHANGE: (moment) => {
		const data = dataOf(moment, 'ChangeGranted', 'ChangeRefused');
		const what = moment.before.licence?.change?.what ?? '';
		if ('reasons' in data)
			return { values: { outcome: moment.say('change.refused'), what, reasons: data.reasons } };
		return { values: { outcome: moment.say('change.granted'), what } };
	},
	REVOCATION: (moment) => {
		const { event, say } = moment;
		const data = dataOf(moment, 'LicenceRevoked', 'LicenceWithdrawn', 'LicenceRevokedAsPenalty');
		const ground =
			'ground' in data ? say(`law.revocationGrounds.${data.ground}`) : say(`revocation.${event.type}`);
		return {
			values: {
				kind: say(`revocationKind.${event.type}`),
				ground,
				reasons: data.reasons,
				basis: 'basis' in data ? data.basis : say('law.articles.ART69'),
				...optional('compensation', 'compensation' in data ? data.compensation : null),
			},
		};
	},
	CANCELLATION: (moment) => {
		const { ground } = dataOf(moment, 'LicenceCancelled');
		return { values: { ground: moment.say(`law.cancellationGrounds.${ground}`) } };
	},
};
