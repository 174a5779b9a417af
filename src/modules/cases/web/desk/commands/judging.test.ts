import { expect, test } from 'vitest';
import {
	allRight,
	type Drafts,
	groupsOf,
	isJudged,
	type JudgingRow,
	nextOpen,
	toJudgement,
	wordingsOf,
} from './judging.ts';

const row = (code: string, group: string | null): JudgingRow => ({
	code,
	group,
	name: code,
	finding: null,
	wordings: [],
});
const rows = [
	row('plan', null),
	row('lease', null),
	row('form.applicant.name', '申请人'),
	row('form.area', ''),
];
const faulty = { verdict: 'faulty', fault: '没有标出消毒区', remedy: '标出来' } as const;

test('parts lie together in their order', () => {
	expect(groupsOf(rows).map(({ title, rows: each }) => [title, each.length])).toEqual([
		[null, 2],
		['申请人', 1],
		['', 1],
	]);
});

test('a fault needs both sentences', () => {
	expect(isJudged({ fault: '', remedy: '' })).toBe(false);
	expect(isJudged({ ...faulty, remedy: ' ' })).toBe(false);
	expect(isJudged(faulty)).toBe(true);
});

test('all right in a group leaves alone what was found faulty', () => {
	const papers = groupsOf(rows)[0] ?? { title: null, rows: [] };
	const drafts = allRight({ plan: faulty }, papers);
	expect(drafts.plan).toEqual(faulty);
	expect(drafts.lease?.verdict).toBe('right');
	expect(drafts['form.area']).toBeUndefined();
});

test('the next open row comes round to the top', () => {
	const drafts: Drafts = { 'form.applicant.name': faulty, 'form.area': faulty };
	expect(nextOpen(rows, drafts, 'lease')).toBe('plan');
	expect(nextOpen(rows, { ...drafts, plan: faulty, lease: faulty }, 'plan')).toBeUndefined();
});

test('the command tells the verdict on every row', () => {
	expect(
		toJudgement(rows.slice(0, 2), {
			plan: { ...faulty, fault: ' 缺 ' },
			lease: { ...faulty, verdict: 'right' },
		}),
	).toEqual([
		{ code: 'plan', verdict: 'FAULTY', fault: '缺', remedy: '标出来' },
		{ code: 'lease', verdict: 'RIGHT' },
	]);
});

test('ready words begin with the pre-check and come once', () => {
	const words = { fault: '缺', remedy: '补' };
	const other = { fault: '过期', remedy: '换新的' };
	expect(wordingsOf({ ...row('plan', null), finding: words, wordings: [other, words] })).toEqual([
		{ ...words, ofCheck: true },
		{ ...other, ofCheck: false },
	]);
});
