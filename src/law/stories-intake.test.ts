import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCalendar } from './calendar.ts';
import type { Command } from './commands.ts';
import type { LawOptions } from './options.ts';
import { plainDate } from './plain-date.ts';
import { scenario } from './testing/scenario.ts';
import { beginnings, deliver, review, submit, threeStep } from './testing/stories.ts';

const folder = join(import.meta.dirname, '../../data/calendar');
const read = (year: number) => [year, JSON.parse(readFileSync(join(folder, `${year}.json`), 'utf8'))];
const calendar = makeCalendar(Object.fromEntries([2024, 2025, 2026].map(read)));
const { begin } = beginnings(calendar);

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

	it('what silence accepted without its papers can still be completed, and is not granted before', () => {
		const silent = begin().does('2026-03-02', 'applicant', { ...submit, materials: ['plan', 'proof'] });
		silent.does('2026-03-10', 'reviewer', review);
		expect(silent.refused('2026-03-11', 'approver', { type: 'Grant' })).toMatchObject({
			code: 'REQUIRED_PAPER_MISSING',
			params: { materials: 'form' },
		});
		expect(silent.code('2026-03-11', 'applicant', { type: 'SupplyOwed', materials: ['plan'] })).toBe(
			'NOTHING_OWED',
		);
		silent.does('2026-03-11', 'applicant', { type: 'SupplyOwed', materials: ['form'] });
		expect(silent.does('2026-03-11', 'approver', { type: 'Grant' }).state.stage).toBe('GRANTED');
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
