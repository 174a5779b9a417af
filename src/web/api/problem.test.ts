import { expect, test } from 'vitest';
import { ApiProblem, parseProblem, UNREACHABLE, UNREADABLE, unreachable } from './problem.ts';

test('reads a problem document with its signposts and faults', () => {
	const problem = parseProblem(422, {
		type: '/api/docs/problems#INVALID_INPUT',
		title: '填写内容有误',
		status: 422,
		code: 'INVALID_INPUT',
		detail: '有 1 处需要改正',
		signposts: [{ text: '改好再试', action: 'CORRECT', dueBy: '2026-09-30', basis: 'ART32' }],
		errors: [{ path: '/phone', code: 'PHONE', text: '11 位手机号' }],
	});
	expect(problem).toBeInstanceOf(ApiProblem);
	expect(problem).toMatchObject({
		status: 422,
		code: 'INVALID_INPUT',
		title: '填写内容有误',
		detail: '有 1 处需要改正',
	});
	expect(problem.signposts).toEqual([
		{ text: '改好再试', action: 'CORRECT', dueBy: '2026-09-30', basis: 'ART32' },
	]);
	expect(problem.errors).toEqual([{ path: '/phone', code: 'PHONE', text: '11 位手机号' }]);
});

test.each([
	['a page of a proxy', '<html>502</html>'],
	['nothing', null],
	['a list', []],
	['a number', 7],
])('still makes a problem of %s', (_, body) => {
	expect(parseProblem(502, body)).toMatchObject({ status: 502, code: UNREADABLE, signposts: [], errors: [] });
});

test('drops signposts without words and parts of the wrong kind', () => {
	const problem = parseProblem(404, {
		code: 'X',
		signposts: [{ href: '/items' }, 'go away', { text: '查找事项', href: 7, contact: '12345' }],
		errors: 'none',
	});
	expect(problem.signposts).toEqual([{ text: '查找事项', contact: '12345' }]);
	expect(problem.errors).toEqual([]);
});

test('keeps the cause of a request that nobody answered', () => {
	const cause = new TypeError('fetch failed');
	expect(unreachable(cause)).toMatchObject({ status: 0, code: UNREACHABLE, cause });
});
