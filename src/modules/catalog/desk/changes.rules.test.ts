import { describe, expect, it } from 'vitest';
import {
	type ChangeAct,
	type ChangeState,
	nextVersion,
	refusalOf,
	withdrawalRefusal,
} from './changes.rules.ts';

const author = { id: 'a', roles: ['CATALOG_KEEPER'] };
const second = { id: 'b', roles: ['CATALOG_KEEPER'] };
const head = { id: 'h', roles: ['ORGAN_HEAD'] };
const change = (state: ChangeState) => ({ state, author: { id: 'a' } });

describe('who may do what, and when', () => {
	const ALLOWED: Record<ChangeAct, [ChangeState, (typeof author)[]]> = {
		EDIT: ['DRAFT', [author]],
		PROPOSE: ['DRAFT', [author]],
		WITHDRAW_PROPOSAL: ['PROPOSED', [author]],
		RETURN: ['PROPOSED', [second, head]],
		PUBLISH: ['PROPOSED', [second, head]],
		DISCARD: ['DRAFT', [author, head]],
	};
	const acts = Object.keys(ALLOWED) as ChangeAct[];
	const states: ChangeState[] = ['DRAFT', 'PROPOSED', 'PUBLISHED', 'DISCARDED'];
	it.each(acts)('%s', (act) => {
		const [from, people] = ALLOWED[act];
		for (const state of states)
			for (const person of [author, second, head])
				expect(refusalOf(act, change(state), person) === undefined).toBe(
					state === from && people.includes(person),
				);
	});

	it('says why', () => {
		expect(refusalOf('PUBLISH', change('PROPOSED'), author)).toBe('SECOND_PERSON_NEEDED');
		expect(refusalOf('EDIT', change('DRAFT'), second)).toBe('NOT_THE_AUTHOR');
		expect(refusalOf('PUBLISH', change('PUBLISHED'), second)).toBe('CHANGE_STATE');
		// Somebody who is no keeper any more does not go on with what they began.
		expect(refusalOf('EDIT', change('DRAFT'), { id: 'a', roles: ['CLERK'] })).toBe('NOT_THE_AUTHOR');
	});
});

it('numbers go up, those of withdrawn versions too', () => {
	const version = (number: number, isWithdrawn = false) => ({
		code: 'x',
		version: number,
		effectiveFrom: '2026-01-01',
		isWithdrawn,
	});
	expect(nextVersion([])).toBe(1);
	expect(nextVersion([version(1), version(4, true), version(2)])).toBe(5);
});

it('a version is taken back only before its day, and only while nothing uses it', () => {
	const version = { effectiveFrom: '2026-10-01' };
	expect(withdrawalRefusal(version, { today: '2026-09-30', uses: 0 })).toBeUndefined();
	expect(withdrawalRefusal(version, { today: '2026-10-01', uses: 0 })).toBe('VERSION_IN_EFFECT');
	expect(withdrawalRefusal(version, { today: '2026-09-30', uses: 1 })).toBe('VERSION_IN_USE');
});
