import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCalendar } from './calendar.ts';
import { COMMAND_TYPES, type Command } from './commands.ts';
import { plainDate } from './plain-date.ts';
import { refuse } from './refusals.ts';
import { verdict } from './table.ts';
import { beginnings, deliver, refusal, review, sole, submit, threeStep } from './testing/stories.ts';
import { STAGES } from './vocabulary.ts';

const folder = join(import.meta.dirname, '../../data/calendar');
const read = (year: number) => [year, JSON.parse(readFileSync(join(folder, `${year}.json`), 'utf8'))];
const calendar = makeCalendar(Object.fromEntries([2024, 2025, 2026].map(read)));
const { begin, underReview, licensed } = beginnings(calendar);

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
