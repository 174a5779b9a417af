import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCalendar } from './calendar.ts';
import type { Command } from './commands.ts';
import type { ItemRules } from './item-rules.ts';
import { plainDate } from './plain-date.ts';
import { beginnings, refusal, review, sole, submit, threeStep } from './testing/stories.ts';

const folder = join(import.meta.dirname, '../../data/calendar');
const read = (year: number) => [year, JSON.parse(readFileSync(join(folder, `${year}.json`), 'utf8'))];
const calendar = makeCalendar(Object.fromEntries([2024, 2025, 2026].map(read)));
const { begin, underReview, licensed } = beginnings(calendar);

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
