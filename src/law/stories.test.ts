import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CalendarYear, makeCalendar } from './calendar.ts';
import { COMMAND_TYPES, type Command } from './commands.ts';
import type { ItemRules } from './item-rules.ts';
import type { LawOptions } from './options.ts';
import { plainDate } from './plain-date.ts';
import { refuse } from './refusals.ts';
import { verdict } from './table.ts';
import { scenario } from './testing/scenario.ts';
import { STAGES } from './vocabulary.ts';

const folder = join(import.meta.dirname, '../../data/calendar');
const years: Record<string, CalendarYear> = Object.fromEntries(
	readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.map((name) => [name.slice(0, 4), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
);
const calendar = makeCalendar(years);
const begin = (item: Partial<ItemRules> = {}, options: Partial<LawOptions> = {}) =>
	scenario(calendar, item, options);

const submit: Command = { type: 'Submit', materials: ['form', 'plan', 'proof'], channel: 'ONLINE' };
const threeStep: Command = { type: 'Accept', procedure: 'THREE_STEP' };
const sole: Command = { type: 'Accept', procedure: 'SOLE' };
const review: Command = { type: 'Review', opinion: 'GRANT', text: 'meets the conditions' };
const refusal: Command = { type: 'Refuse', reasons: 'no second exit', basis: 'a law' };
const deliver: Command = { type: 'Deliver', method: 'WINDOW', recipient: 'applicant', proof: 'signature' };
const underReview = (item: Partial<ItemRules> = {}, options: Partial<LawOptions> = {}) =>
	begin(item, options)
		.does('2026-03-02', 'applicant', submit)
		.does('2026-03-02', 'clerk', threeStep)
		.does('2026-03-03', 'reviewer', { type: 'StartReview' });
const licensed = (item: Partial<ItemRules> = {}, options: Partial<LawOptions> = {}) =>
	underReview(item, options)
		.does('2026-03-04', 'reviewer', review)
		.does('2026-03-05', 'approver', { type: 'Grant' })
		.does('2026-03-06', 'clerk', deliver);

describe('the five outcomes of Art. 32', () => {
	it('no licence needed, not our matter, corrected on the spot', () => {
		const received = () => begin().does('2026-03-02', 'applicant', submit);
		expect(
			received().does('2026-03-02', 'clerk', { type: 'DeclareNotRequired', reason: 'free' }).state.stage,
		).toBe('NOT_REQUIRED');
		const elsewhere: Command = { type: 'DeclareOutOfScope', reason: 'not ours', rightOrgan: 'the city' };
		expect(received().does('2026-03-02', 'clerk', elsewhere).state.stage).toBe('OUT_OF_SCOPE');
		const corrected = received().does('2026-03-02', 'clerk', {
			type: 'CorrectOnSpot',
			corrections: ['telephone'],
		});
		expect(corrected.state.stage).toBe('SUBMITTED');
	});

	it('a supplement once; accepted as of the day on which it was complete', () => {
		const ask: Command = {
			type: 'RequestSupplement',
			items: [{ code: 'plan', fault: 'missing', remedy: 'a plan' }],
		};
		const asked = begin()
			.does('2026-03-02', 'applicant', { ...submit, materials: ['form', 'proof'] })
			.does('2026-03-09', 'clerk', ask);
		expect(asked.code('2026-03-09', 'clerk', ask)).toBe('SUPPLEMENT_ONLY_ONCE');
		expect(asked.code('2026-03-10', 'clerk', threeStep)).toBe('NOT_YET');
		asked.does('2026-04-20', 'applicant', { type: 'Supplement', codes: ['plan'] });
		expect(asked.code('2026-04-20', 'clerk', ask)).toBe('SUPPLEMENT_ONLY_ONCE');
		asked.does('2026-04-22', 'clerk', threeStep);
		expect(asked.state.acceptance).toEqual({ on: '2026-04-20', deemed: false, procedure: 'THREE_STEP' });
	});

	it('silence for five working days accepts as of receipt, and no supplement after', () => {
		const silent = begin().does('2026-03-02', 'applicant', { ...submit, materials: [] });
		expect(silent.on('2026-03-09').stage).toBe('SUBMITTED');
		expect(silent.on('2026-03-10').acceptance).toMatchObject({ on: '2026-03-02', deemed: true });
		const late = silent.refused('2026-03-10', 'clerk', {
			type: 'RequestSupplement',
			items: [{ code: 'plan', fault: 'missing', remedy: 'a plan' }],
		});
		expect(late).toMatchObject({ code: 'SUPPLEMENT_TOO_LATE', article: 'ART32_4' });
		expect(silent.clock('C2', '2026-03-10')?.due).toBe('2026-03-30');
	});

	it('silence after a complete supplement accepts as of that day, where the bureau chose so', () => {
		const story = (deemAfterSupplement: boolean) =>
			begin({}, { deemAfterSupplement })
				.does('2026-03-02', 'applicant', submit)
				.does('2026-03-03', 'clerk', {
					type: 'RequestSupplement',
					items: [{ code: 'form.name', fault: 'illegible', remedy: 'write it again' }],
				})
				.does('2026-03-04', 'applicant', { type: 'Supplement', codes: ['form.name'] });
		expect(story(true).on('2026-03-12').acceptance?.on).toBe('2026-03-04');
		expect(story(false).on('2026-03-12').stage).toBe('SUPPLEMENTED');
		expect(story(true).state.materials).toEqual(['form', 'plan', 'proof']);
	});
});

describe('papers that may follow, and commitments', () => {
	const due = plainDate('2026-03-13');
	const tolerant: Command = { ...threeStep, tolerated: [{ material: 'plan', due }], promiseSigned: true };
	const owing = (options: Partial<LawOptions> = {}) =>
		begin({}, options)
			.does('2026-03-02', 'applicant', { ...submit, materials: ['form', 'proof'] })
			.does('2026-03-02', 'clerk', tolerant)
			.does('2026-03-03', 'reviewer', review);

	it('nothing is granted while a paper is owed, and the signpost says until when', () => {
		const story = owing();
		const answer = story.refused('2026-03-04', 'approver', { type: 'Grant' });
		expect(answer).toMatchObject({
			code: 'PAPER_OWED',
			signposts: [{ code: 'SUPPLY_OWED', dueBy: due }, {}],
		});
		story.does('2026-03-05', 'applicant', { type: 'SupplyOwed', materials: ['plan'] });
		expect(story.does('2026-03-05', 'approver', { type: 'Grant' }).state.stage).toBe('GRANTED');
	});

	it('or nothing is delivered, where the bureau chose so', () => {
		const story = owing({ owedPaperHolds: 'DELIVERY' }).does('2026-03-04', 'approver', { type: 'Grant' });
		expect(story.code('2026-03-04', 'clerk', deliver)).toBe('PAPER_OWED');
	});

	it('a paper that comes late is taken and noted, or refused', () => {
		const supply: Command = { type: 'SupplyOwed', materials: ['plan'] };
		const taken = owing().does('2026-03-16', 'applicant', supply);
		expect(taken.events.at(-1)?.data).toMatchObject({ late: ['plan'] });
		expect(owing({ latePaper: 'REFUSED' }).code('2026-03-16', 'applicant', supply)).toBe('PAPER_TOO_LATE');
	});

	it('a commitment replaces the proof and is checked afterwards', () => {
		const story = begin()
			.does('2026-03-02', 'applicant', { ...submit, materials: ['form', 'plan'] })
			.does('2026-03-02', 'clerk', { ...threeStep, commitmentSigned: true })
			.does('2026-03-02', 'approver', { type: 'Grant' })
			.does('2026-03-02', 'supervisor', { type: 'CheckCommitment', kept: false, findings: 'no' });
		expect(story.state.commitment?.kept).toBe(false);
	});

	it('no commitment where safety is concerned, or after one was broken', () => {
		const committed: Command = { ...threeStep, commitmentSigned: true };
		const safety = begin({ safetyRelated: true }).does('2026-03-02', 'applicant', submit);
		expect(safety.code('2026-03-02', 'clerk', committed)).toBe('COMMITMENT_NOT_ALLOWED');
		const broken = scenario(calendar, {}, {}, { noCommitment: true }).does('2026-03-02', 'applicant', submit);
		expect(broken.code('2026-03-02', 'clerk', committed)).toBe('COMMITMENT_NOT_ALLOWED');
	});

	it('a bar keeps the applicant out until its last day has passed', () => {
		const barred = scenario(calendar, {}, {}, { until: plainDate('2026-03-02') });
		expect(barred.refused('2026-03-02', 'applicant', submit)).toMatchObject({
			code: 'BARRED',
			article: 'ART78',
		});
		expect(barred.does('2026-03-03', 'applicant', submit).state.stage).toBe('SUBMITTED');
	});
});

describe('time that does not count (Art. 45)', () => {
	it('only what a law requires, and two at once are counted once', () => {
		const story = underReview({
			specialProcedures: [
				{ kind: 'TESTING', basis: 'a law' },
				{ kind: 'EXPERT_REVIEW', basis: 'a law' },
			],
		});
		expect(
			story.code('2026-03-03', 'reviewer', {
				type: 'StartSpecialProcedure',
				kind: 'AUCTION',
				neededDays: 5,
				reason: 'r',
			}),
		).toBe('SPECIAL_NOT_REQUIRED_BY_LAW');
		story
			.does('2026-03-03', 'reviewer', {
				type: 'StartSpecialProcedure',
				kind: 'TESTING',
				neededDays: 5,
				reason: 'r',
			})
			.does('2026-03-05', 'reviewer', {
				type: 'StartSpecialProcedure',
				kind: 'EXPERT_REVIEW',
				neededDays: 5,
				reason: 'r',
			});
		expect(story.clock('C2', '2026-03-06')).toMatchObject({ due: '2026-04-09', state: 'STOPPED', used: 1 });
		expect(story.code('2026-03-06', 'approver', refusal)).toBe('SPECIAL_STILL_RUNNING');
		// 4–12 March are out: seven working days; without them the limit would end on 30 March.
		story
			.does('2026-03-10', 'reviewer', { type: 'EndSpecialProcedure', kind: 'TESTING', result: 'ok' })
			.does('2026-03-12', 'reviewer', { type: 'EndSpecialProcedure', kind: 'EXPERT_REVIEW', result: 'ok' });
		expect(story.clock('C2', '2026-03-13')).toMatchObject({ due: '2026-04-09', state: 'RUNNING' });
	});

	it('a site visit by two stops nothing', () => {
		const visit = (staff: string[]): Command => ({
			type: 'RecordSiteVisit',
			staff,
			findings: 'seen',
			passed: true,
		});
		const story = underReview({ siteVisit: true });
		expect(story.code('2026-03-04', 'reviewer', visit(['reviewer', ' reviewer ']))).toBe(
			'TWO_PERSONS_NEEDED',
		);
		expect(story.code('2026-03-04', 'reviewer', visit(['reviewer', 'clerk']))).toBe('SAME_PERSON');
		story.does('2026-03-04', 'reviewer', visit(['reviewer', 'colleague']));
		expect(story.clock('C2', '2026-03-05')).toMatchObject({ due: '2026-03-30', state: 'RUNNING' });
	});

	it('one extension by the authority that the law names, before the limit ends', () => {
		const extend: Command = { type: 'Extend', reason: 'difficult' };
		const story = underReview();
		expect(story.code('2026-03-30', 'mayor', extend)).toBe('WRONG_ROLE');
		story.does('2026-03-30', 'head', extend);
		expect(story.clock('C2x', '2026-03-31')).toMatchObject({ due: '2026-04-14', budget: 30 });
		expect(story.code('2026-03-31', 'head', extend)).toBe('EXTENSION_ONLY_ONCE');
		expect(underReview().code('2026-03-31', 'head', extend)).toBe('EXTENSION_TOO_LATE');
		const joint = underReview({ limit: { basis: 'ART42_2', days: 45, unit: 'WD' } });
		expect(joint.code('2026-03-31', 'head', extend)).toBe('WRONG_ROLE');
		expect(joint.does('2026-03-31', 'mayor', extend).state.extension?.days).toBe(15);
	});

	it('what lasts longer than the known calendar is unknown, never guessed', () => {
		const item: Partial<ItemRules> = { limit: { basis: 'SPECIAL_LAW', days: 60, unit: 'CD' } };
		const story = begin(item, { rollForward: false })
			.does('2026-12-01', 'applicant', submit)
			.does('2026-12-01', 'clerk', threeStep)
			.does('2026-12-24', 'reviewer', {
				type: 'StartSpecialProcedure',
				kind: 'TESTING',
				neededDays: 20,
				reason: 'r',
			});
		expect(story.clock('C2', '2026-12-28')).toMatchObject({
			due: null,
			missingYear: 2027,
			state: 'STOPPED',
			used: 23,
		});
		expect(story.clock('C2', '2027-01-10')).toMatchObject({ due: null, missingYear: 2027, state: 'UNKNOWN' });
	});
});

describe('the hearing', () => {
	const notify = (chair: string): Command => ({
		type: 'NotifyHearing',
		date: plainDate('2026-03-20'),
		place: 'Room 1',
		chair,
	});
	const requested = (item: Partial<ItemRules> = {}) =>
		underReview(item)
			.does('2026-03-04', 'reviewer', { type: 'InformHearingRight', parties: ['neighbour'] })
			.does('2026-03-05', 'clerk', { type: 'RequestHearing', party: 'neighbour' });

	it('on request: chair, notice, record, and a decision that follows it', () => {
		const story = requested();
		expect(story.code('2026-03-06', 'reviewer', notify('reviewer'))).toBe('HEARING_CHAIR_IS_REVIEWER');
		const short = story.refused('2026-03-12', 'reviewer', notify('head'));
		expect(short).toMatchObject({ code: 'HEARING_NOTICE_TOO_SHORT', signposts: [{ dueBy: '2026-03-23' }] });
		story.does('2026-03-11', 'reviewer', notify('supervisor'));
		story.does('2026-03-12', 'approver', {
			type: 'ReplaceHearingChair',
			chair: 'head',
			reason: 'a relative',
		});
		const hold: Command = { type: 'HoldHearing', record: 'what was said', signed: true };
		expect(story.code('2026-03-19', 'reviewer', hold)).toBe('HEARING_BEFORE_ITS_DAY');
		expect(story.code('2026-03-20', 'reviewer', { ...hold, signed: false })).toBe('HEARING_RECORD_UNSIGNED');
		expect(story.code('2026-03-20', 'approver', refusal)).toBe('HEARING_PENDING');
		story.does('2026-03-20', 'reviewer', hold).does('2026-03-23', 'reviewer', review);
		expect(story.code('2026-03-23', 'approver', { type: 'Grant' })).toBe('HEARING_RECORD_NOT_FOLLOWED');
		story.does('2026-03-23', 'approver', { type: 'Grant', onHearingRecord: 'nobody objected' });
		// From the day after the request to the hearing: eleven working days do not count.
		expect(story.clock('C2', '2026-03-23')).toMatchObject({ due: '2026-04-15', used: 4 });
	});

	it('the right lapses after five days; until then nobody decides', () => {
		const story = underReview()
			.does('2026-03-04', 'reviewer', { type: 'InformHearingRight', parties: ['neighbour'] })
			.does('2026-03-05', 'reviewer', review);
		expect(story.refused('2026-03-11', 'approver', { type: 'Grant' })).toMatchObject({
			code: 'HEARING_RIGHT_OPEN',
			params: { lastDay: '2026-03-11' },
		});
		expect(story.code('2026-03-12', 'clerk', { type: 'RequestHearing', party: 'neighbour' })).toBe(
			'HEARING_REQUEST_TOO_LATE',
		);
		story.does('2026-03-12', 'approver', { type: 'Grant' });
	});

	it('ordered by a law: announced to the public, whoever asks', () => {
		const story = underReview({ hearing: 'MANDATORY' });
		expect(story.code('2026-03-04', 'reviewer', { type: 'InformHearingRight', parties: [] })).toBe(
			'HEARING_NOT_ANNOUNCED',
		);
		expect(story.code('2026-03-04', 'approver', refusal)).toBe('HEARING_NOT_ANNOUNCED');
		story
			.does('2026-03-04', 'reviewer', { type: 'AnnounceHearing', basis: 'a regulation' })
			.does('2026-03-04', 'reviewer', notify('head'))
			.does('2026-03-20', 'reviewer', { type: 'HoldHearing', record: 'what was said', signed: true });
		expect(story.state.hearing?.heldOn).toBe('2026-03-20');
	});

	it('is never chaired by whoever approves alone', () => {
		const story = begin()
			.does('2026-03-02', 'applicant', submit)
			.does('2026-03-02', 'sole', sole)
			.does('2026-03-03', 'sole', { type: 'InformHearingRight', parties: ['neighbour'] })
			.does('2026-03-04', 'clerk', { type: 'RequestHearing', party: 'neighbour' });
		expect(story.code('2026-03-05', 'sole', notify('sole'))).toBe('HEARING_CHAIR_IS_REVIEWER');
		story.does('2026-03-05', 'sole', notify('other-hats'));
		expect(story.code('2026-03-05', 'otherHats', review)).toBe('HEARING_CHAIR_IS_REVIEWER');
	});
});

describe('who may do what', () => {
	it('three steps, three persons', () => {
		const accepted = begin()
			.does('2026-03-02', 'applicant', submit)
			.does('2026-03-02', 'manyHats', threeStep);
		expect(accepted.code('2026-03-03', 'manyHats', review)).toBe('SAME_PERSON');
		expect(accepted.code('2026-03-03', 'clerk', review)).toBe('WRONG_ROLE');
		accepted.does('2026-03-03', 'otherHats', review);
		expect(accepted.code('2026-03-04', 'otherHats', { type: 'Grant' })).toBe('SAME_PERSON');
		expect(accepted.code('2026-03-04', 'manyHats', { type: 'Grant' })).toBe('SAME_PERSON');
		accepted.does('2026-03-04', 'approver', { type: 'Grant' });
	});

	it('one person alone, for listed items and authorised persons', () => {
		const received = begin().does('2026-03-02', 'applicant', submit);
		expect(received.code('2026-03-02', 'unlisted', sole)).toBe('NOT_AUTHORISED_SOLE');
		expect(received.code('2026-03-02', 'clerk', sole)).toBe('WRONG_ROLE');
		received.does('2026-03-02', 'sole', sole).does('2026-03-02', 'sole', { type: 'Grant' });
		const off = begin({ soleApproval: false }).does('2026-03-02', 'applicant', submit);
		expect(off.code('2026-03-02', 'sole', sole)).toBe('ITEM_NOT_SOLE');
	});

	it('a sole approver has no hand in licences that are not on the list', () => {
		const story = licensed().does('2026-03-09', 'applicant', { type: 'RequestChange', what: 'name' });
		expect(story.code('2026-03-09', 'unlisted', { type: 'GrantChange' })).toBe('NOT_AUTHORISED_SOLE');
		story.does('2026-03-09', 'sole', { type: 'GrantChange' });
	});

	it('inspectors are two, and a refusal on their result names the standard', () => {
		const story = underReview({ technicalInspection: true }).does('2026-03-03', 'colleague', review);
		expect(story.code('2026-03-04', 'approver', { type: 'Grant' })).toBe('INSPECTION_MISSING');
		story.does('2026-03-04', 'approver', { type: 'AssignInspectors', staff: ['a', 'b'] });
		story.does('2026-03-20', 'approver', { type: 'AssignInspectors', staff: ['a', 'c'] });
		expect(story.clock('C7', '2026-03-20')).toMatchObject({
			doneOn: '2026-03-04',
			late: false,
			due: '2026-03-09',
		});
		expect(story.code('2026-03-20', 'approver', refusal)).toBe('STANDARD_MISSING');
		story.does('2026-03-20', 'approver', { ...refusal, technicalStandard: 'GB 1' } as Command);
	});

	it('what else is done on the way', () => {
		const story = underReview()
			.does('2026-03-04', 'reviewer', {
				type: 'InformInterestedParties',
				parties: ['neighbour'],
				interest: 'light',
			})
			.does('2026-03-04', 'reviewer', review)
			.does('2026-03-04', 'approver', { type: 'ReturnToReview', reason: 'look again' });
		expect(story.code('2026-03-04', 'approver', { type: 'Grant' })).toBe('REVIEW_MISSING');
		story.does('2026-03-05', 'applicant', { type: 'Withdraw', reason: 'no' });
		expect(story.clock('C2', '2026-05-08')).toMatchObject({ state: 'DONE', doneOn: '2026-03-05' });
	});
});

describe('the licence', () => {
	it('lasts to the day before its date returns', () => {
		expect(licensed().state.licence?.validTo).toBe('2031-03-04');
		const leap = (validityMonths: number) =>
			begin({ validityMonths })
				.does('2024-02-29', 'applicant', submit)
				.does('2024-02-29', 'sole', sole)
				.does('2024-02-29', 'sole', { type: 'Grant' }).state.licence?.validTo;
		expect([leap(12), leap(48)]).toEqual(['2025-02-28', '2028-02-28']);
	});

	it('is renewed by silence when asked for in time, and expires otherwise', () => {
		const short = { validityMonths: 6 };
		const asked = licensed(short).does('2026-08-05', 'applicant', { type: 'RequestRenewal' });
		expect(asked.on('2026-09-04').stage).toBe('RENEWAL_PENDING');
		expect(asked.on('2026-09-05')).toMatchObject({ stage: 'ACTIVE', licence: { validTo: '2027-03-04' } });
		expect(asked.clock('C8', '2026-08-06')).toMatchObject({ due: '2026-09-04', state: 'RUNNING' });
		const late = licensed(short).refused('2026-08-06', 'applicant', { type: 'RequestRenewal' });
		expect(late).toMatchObject({ code: 'RENEWAL_TOO_LATE', params: { lastDay: '2026-08-05' } });
		const kept = licensed(short, { lateRenewal: 'WITHOUT_SILENCE' });
		kept.does('2026-08-06', 'applicant', { type: 'RequestRenewal' });
		expect(kept.on('2026-09-05').stage).toBe('EXPIRED');
	});

	it('is renewed or not by a decision', () => {
		const asked = () =>
			licensed({ validityMonths: 6 }).does('2026-08-05', 'applicant', { type: 'RequestRenewal' });
		expect(
			asked().does('2026-08-06', 'approver', { type: 'GrantRenewal', validTo: plainDate('2027-03-04') }).state
				.stage,
		).toBe('ACTIVE');
		expect(
			asked().code('2026-08-06', 'approver', { type: 'GrantRenewal', validTo: plainDate('2027-03-05') }),
		).toBe('VALIDITY_INVALID');
		const not: Command = { type: 'RefuseRenewal', reasons: 'closed', basis: 'a law' };
		expect(asked().does('2026-08-06', 'approver', not).state.licence?.renewal).toBeNull();
	});

	it('delivered after its last day expires at once, and time does not run backwards', () => {
		const story = underReview({ validityMonths: 1 })
			.does('2026-03-04', 'reviewer', review)
			.does('2026-03-05', 'approver', { type: 'Grant' })
			.does('2026-04-20', 'clerk', deliver)
			.does('2026-04-21', 'system', { type: 'Tick' });
		expect(story.events.at(-1)).toMatchObject({ type: 'LicenceExpired', at: '2026-04-20T09:00:00+08:00' });
		expect(story.clock('C4', '2026-04-21')).toMatchObject({ late: true, doneOn: '2026-04-20' });
	});

	it('is taken back, and then cancelled', () => {
		const reasons = { reasons: 'r', basis: 'b' };
		const revoke: Command = { type: 'Revoke', ground: 'FRAUD', reasons: 'forged', publicHarm: false };
		expect(licensed().code('2026-03-09', 'approver', { ...revoke, publicHarm: true })).toBe(
			'REVOCATION_HARMS_PUBLIC',
		);
		for (const [who, command, stage] of [
			['approver', revoke, 'REVOKED'],
			['head', { type: 'WithdrawLicence', ...reasons, compensation: 'paid' }, 'WITHDRAWN_BY_ORGAN'],
			['approver', { type: 'RevokeAsPenalty', ...reasons }, 'REVOKED_AS_PENALTY'],
		] as const) {
			const story = licensed().does('2026-03-09', who, command);
			expect(story.state.stage).toBe(stage);
			expect(story.code('2026-03-10', 'clerk', { type: 'Cancel', ground: 'ENTITY_ENDED' })).toBe(
				'GROUND_DOES_NOT_APPLY',
			);
			story.does('2026-03-10', 'clerk', { type: 'Cancel', ground: 'LICENCE_TAKEN_BACK' });
		}
	});

	it('is changed on request', () => {
		const asked = () => licensed().does('2026-03-09', 'applicant', { type: 'RequestChange', what: 'name' });
		expect(asked().code('2026-03-09', 'applicant', { type: 'RequestChange', what: 'seat' })).toBe(
			'CHANGE_PENDING',
		);
		const not: Command = { type: 'RefuseChange', reasons: 'r', basis: 'b' };
		expect(asked().does('2026-03-10', 'approver', not).state.licence?.change).toBeNull();
	});

	it('an applicant takes it on line only; a refusal is delivered, too', () => {
		const refused = underReview()
			.does('2026-03-04', 'reviewer', review)
			.does('2026-03-05', 'approver', refusal);
		expect(refused.code('2026-03-06', 'applicant', deliver)).toBe('WRONG_ROLE');
		refused.does('2026-03-06', 'applicant', { ...deliver, method: 'ONLINE' } as Command);
		expect(refused.state).toMatchObject({ stage: 'REFUSED', delivery: { on: '2026-03-06' } });
		expect(refused.code('2026-03-07', 'clerk', deliver)).toBe('ALREADY_DELIVERED');
	});
});

describe('the table', () => {
	it('has a verdict for every stage and command, and each refusal its way onwards', () => {
		for (const stage of STAGES) {
			for (const command of COMMAND_TYPES) {
				const answer = verdict(stage, command);
				if (answer !== true) expect(refuse(answer).signposts.length).toBeGreaterThan(0);
			}
		}
	});

	it('lets nothing happen to a draft but its submission, and nothing at all after cancellation', () => {
		const open = (stage: (typeof STAGES)[number]) =>
			COMMAND_TYPES.filter((each) => verdict(stage, each) === true);
		expect(open('DRAFT')).toEqual(['Submit', 'Tick']);
		expect(open('CANCELLED')).toEqual(['Tick']);
	});

	it('does not go back in time', () => {
		const story = begin().does('2026-03-02T10:00:00+08:00', 'applicant', submit);
		expect(story.code('2026-03-02T01:59:59Z', 'clerk', threeStep)).toBe('TIME_BEFORE_LAST_EVENT');
		story.does('2026-03-02T02:00:00Z', 'clerk', threeStep);
	});
});
