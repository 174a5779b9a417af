import { expect, test } from 'vitest';
import type { TimelineEntry } from '../types.ts';
import { handling } from './handling.ts';

const entry = (version: number, id: string, role: string): TimelineEntry => ({
	version,
	at: '2026-09-07T01:00:00Z',
	on: '2026-09-07',
	type: 'X',
	title: 'X',
	actor: { id, name: id, role },
	params: {},
});

test('counts the hands of the bureau only, and every change of hands', () => {
	const timeline = [
		entry(4, 'approver', 'APPROVER'),
		entry(1, 'citizen', 'APPLICANT'),
		entry(2, 'clerk', 'CLERK'),
		entry(3, 'reviewer', 'REVIEWER'),
		entry(5, 'system', 'SYSTEM'),
		entry(6, 'clerk', 'CLERK'),
	];
	expect(handling(timeline)).toEqual({ people: 3, handovers: 3 });
});

test('one person alone hands nothing over', () => {
	const timeline = [1, 2, 3].map((version) => entry(version, 'sole', 'SOLE_APPROVER'));
	expect(handling(timeline)).toEqual({ people: 1, handovers: 0 });
});
