import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type CaseEvent, type EventData, fold, type ItemRules, plainDate } from '../../law/index.ts';
import { openReckoning } from '../calendar/index.ts';
import { NO_PRESENCE, type Presence, presenceAfter, ratesOf, type Sums, timesOf } from './counting.rules.ts';

const reckoning = openReckoning();
const rules: ItemRules = {
	code: 'an-item',
	version: 1,
	limit: { basis: 'ART42_1', days: 20, unit: 'WD' },
	promiseDays: 3,
	onTheSpot: false,
	soleApproval: false,
	commitment: false,
	specialProcedures: [],
	hearing: 'NONE',
	siteVisit: false,
	technicalInspection: false,
	safetyRelated: false,
	validityMonths: null,
	materials: [],
};

function event<T extends CaseEvent['type']>(type: T, on: string, data: Omit<EventData[T], 'on'>): CaseEvent {
	return {
		type,
		at: `${on}T02:00:00.000Z`,
		actor: 'somebody',
		data: { on, ...data },
	} as unknown as CaseEvent;
}
const submitted = (on: string, channel: 'ONLINE' | 'WINDOW' | 'MAIL' = 'ONLINE', own = rules) =>
	event('Submitted', on, { channel, materials: [], rules: own });
const accepted = (on: string) =>
	event('Accepted', on, { procedure: 'THREE_STEP', tolerated: [], commitment: false });
const granted = (on: string) =>
	event('Granted', on, { onTheSpot: false, validTo: null, onHearingRecord: null });
const corrected = (on: string) => event('CorrectedOnSpot', on, { corrections: ['a slip'] });
const supplemented = (on: string) => event('SupplementReceived', on, { codes: [], complete: true });
const supplied = (on: string) => event('OwedPaperSupplied', on, { materials: [], late: [] });
const delivered = (on: string, method: 'ONLINE' | 'WINDOW' | 'MAIL') =>
	event('Delivered', on, { method, recipient: 'somebody', proof: 'a signature' });

const presence = (...steps: [CaseEvent, 'applicant' | 'clerk'][]): Presence =>
	steps.reduce((before, [step, who]) => presenceAfter(before, step, who === 'applicant'), NO_PRESENCE);

describe('visits and the online rate', () => {
	it('a case that is on line from end to end costs no visit, also when its result is mailed', () => {
		const online = [submitted('2026-03-02'), supplemented('2026-03-03')] as const;
		for (const last of [delivered('2026-03-09', 'ONLINE'), delivered('2026-03-09', 'MAIL')]) {
			expect(presence([online[0], 'applicant'], [online[1], 'applicant'], [last, 'clerk'])).toEqual(
				NO_PRESENCE,
			);
		}
	});

	it('the same day at the window counts once, another day again', () => {
		const window = presence(
			[submitted('2026-03-02', 'WINDOW'), 'clerk'],
			[corrected('2026-03-02'), 'clerk'],
			[supplemented('2026-03-04'), 'clerk'],
			[supplied('2026-03-09'), 'clerk'],
			[delivered('2026-03-09', 'WINDOW'), 'clerk'],
		);
		expect(window).toEqual({ days: ['2026-03-02', '2026-03-04', '2026-03-09'], online: false });
	});

	it('papers sent by mail cost no visit and are not on line', () => {
		expect(presence([submitted('2026-03-02', 'MAIL'), 'clerk'])).toEqual({ days: [], online: false });
	});

	it('what the bureau does is nobody’s visit', () => {
		const visit = event('SiteVisited', '2026-03-05', { staff: ['a', 'b'], findings: 'ok', passed: true });
		expect(
			presence([submitted('2026-03-02'), 'applicant'], [visit, 'clerk'], [granted('2026-03-06'), 'clerk']),
		).toEqual(NO_PRESENCE);
	});

	test('however the steps fall, a case on line has no visit, and visits are distinct days of steps', () => {
		const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
		const way = fc.constantFrom('ONLINE' as const, 'WINDOW' as const, 'MAIL' as const);
		const step = fc.oneof(
			fc.tuple(day, way).map(([on, channel]) => submitted(on, channel)),
			fc.tuple(day, way).map(([on, method]) => delivered(on, method)),
			day.map(corrected),
			day.map(supplemented),
			day.map(supplied),
			day.map(granted),
		);
		const steps = fc.array(fc.tuple(step, fc.constantFrom('applicant' as const, 'clerk' as const)));
		fc.assert(
			fc.property(steps, (all) => {
				const { days, online } = presence(...all);
				expect(new Set(days).size).toBe(days.length);
				expect(all.map(([each]) => each.data.on)).toEqual(expect.arrayContaining(days));
				if (online) expect(days).toEqual([]);
			}),
		);
	});
});

describe('times', () => {
	const times = (...events: CaseEvent[]) => timesOf(fold(events), reckoning);

	it('are counted from the day after acceptance, and are none before the decision', () => {
		expect(times(submitted('2026-03-02'), accepted('2026-03-02'))).toBeNull();
		expect(times(submitted('2026-03-02'), accepted('2026-03-02'), granted('2026-03-02'))).toEqual({
			statutory: 20,
			promised: 3,
			spent: 0,
			timeliness: 'KEPT',
		});
		// A weekend lies between: Thursday 5 to Tuesday 10 March are three working days.
		expect(times(submitted('2026-03-02'), accepted('2026-03-05'), granted('2026-03-10'))).toMatchObject({
			spent: 3,
			timeliness: 'KEPT',
		});
	});

	it('tell a promise that was missed from a limit that was', () => {
		const on = (decision: string) =>
			times(submitted('2026-03-02'), accepted('2026-03-02'), granted(decision));
		expect(on('2026-03-06')).toMatchObject({ spent: 4, timeliness: 'PROMISE_MISSED' });
		expect(on('2026-03-30')).toMatchObject({ spent: 20, timeliness: 'PROMISE_MISSED' });
		expect(on('2026-03-31')).toMatchObject({ spent: 21, timeliness: 'LIMIT_MISSED' });
	});

	it('leave out what Art. 45 does not count, and allow for an extension without lengthening the statute', () => {
		const begun = [submitted('2026-03-02'), accepted('2026-03-02')];
		const testing = [
			event('SpecialProcedureStarted', '2026-03-03', {
				kind: 'TESTING',
				neededDays: 5,
				reason: 'r',
				basis: 'b',
			}),
			event('SpecialProcedureEnded', '2026-03-10', { kind: 'TESTING', result: 'ok' }),
		];
		expect(times(...begun, ...testing, granted('2026-03-12'))).toMatchObject({
			spent: 3,
			timeliness: 'KEPT',
		});
		const extended = event('LimitExtended', '2026-03-20', {
			days: 10,
			by: 'ORGAN_HEAD',
			reason: 'r',
			limitBasis: 'ART42_1',
		});
		expect(times(...begun, extended, granted('2026-04-03'))).toMatchObject({
			statutory: 20,
			timeliness: 'PROMISE_MISSED',
		});
	});

	it('put a limit in calendar days into the working days that it spans', () => {
		const own: ItemRules = { ...rules, limit: { basis: 'SPECIAL_LAW', days: 20, unit: 'CD' } };
		const begun = [submitted('2026-03-02', 'ONLINE', own), accepted('2026-03-02')];
		expect(times(...begun, granted('2026-03-05'))).toMatchObject({ statutory: 14, spent: 3 });
		// The days lie in a year that has no calendar yet: nothing is guessed.
		const late = [submitted('2026-12-28', 'ONLINE', own), accepted('2026-12-28'), granted('2026-12-29')];
		expect(times(...late)).toBeNull();
		expect(reckoning.calendar.lastYear).toBe(Number(plainDate('2026-12-31').slice(0, 4)));
	});
});

test('rates are shares of what there is, and nothing of nothing', () => {
	const sums: Sums = {
		decided: 3,
		none: 2,
		one: 1,
		more: 0,
		visits: 1,
		online: 2,
		noticed: 0,
		timed: 2,
		kept: 1,
		late: 1,
		overLimit: 0,
		statutory: 40,
		promised: 6,
		spent: 5,
	};
	expect(ratesOf(sums)).toEqual({
		visits: 0.3333,
		online: 0.6667,
		kept: 0.5,
		statutory: 20,
		promised: 3,
		spent: 2.5,
		saved: 0.875,
	});
	const nothing = Object.fromEntries(Object.keys(sums).map((name) => [name, 0])) as unknown as Sums;
	expect(new Set(Object.values(ratesOf(nothing)))).toEqual(new Set([null]));
});
