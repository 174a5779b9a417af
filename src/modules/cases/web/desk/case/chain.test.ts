import { expect, test } from 'vitest';
import { brokenLink } from './chain.ts';

const chain = [
	{ version: 1, previousHash: '', hash: 'a' },
	{ version: 2, previousHash: 'a', hash: 'b' },
	{ version: 3, previousHash: 'b', hash: 'c' },
];

test('a chain whose links fit is whole', () => {
	expect(brokenLink(chain)).toBeNull();
	expect(brokenLink([])).toBeNull();
});

test('an exchanged event is named by the one after it', () => {
	const altered = chain.map((event) => (event.version === 2 ? { ...event, hash: 'x' } : event));
	expect(brokenLink(altered)).toBe(3);
});
