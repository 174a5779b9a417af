import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { replayFile } from './law/replay.ts';

const script = join(import.meta.dirname, 'law.ts');
const example = join(import.meta.dirname, '../src/law/testing/example-history.json');

function law(args: string[], input = '', env: NodeJS.ProcessEnv = {}) {
	const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], {
		input,
		encoding: 'utf8',
		env: { ...process.env, ...env },
	});
	return { stdout, stderr, status };
}

function historyFile(history: unknown): string {
	const file = join(mkdtempSync(join(tmpdir(), 'law-')), 'history.json');
	writeFileSync(file, typeof history === 'string' ? history : JSON.stringify(history));
	return file;
}

function replay(history: unknown, ...args: string[]) {
	return law(['replay', historyFile(history), ...args]);
}

const clerk = { id: 'clerk', roles: ['CLERK'] };
const submit = {
	at: '2026-09-18',
	actor: { id: 'me', roles: ['APPLICANT'] },
	command: { type: 'Submit', materials: [], channel: 'ONLINE' },
};
const item = { code: 'an-item', limit: { basis: 'ART42_1', days: 20 } };

describe('law add and between', () => {
	it('answer one question', () => {
		expect(law(['add', '2026-09-18', '5'])).toMatchObject({ stdout: '2026-09-24\n', status: 0 });
		expect(law(['add', '2026-09-24', '-5'])).toMatchObject({ stdout: '2026-09-18\n', status: 0 });
		expect(law(['between', '2026-09-18', '2026-09-24'])).toMatchObject({ stdout: '5\n', status: 0 });
	});

	it.each(['UTC', 'Asia/Shanghai', 'Pacific/Auckland', 'America/Los_Angeles'])(
		'do not mind the zone %s',
		(TZ) => {
			expect(law(['add', '2026-02-10', '20'], '', { TZ }).stdout).toBe('2026-03-16\n');
		},
	);

	it('answer every line with a line, refusals too', () => {
		const questions = [
			'2026-04-30 5',
			'',
			'2026-12-30 9',
			'2026-02-30 1',
			'2026-01-05',
			'2026-01-05 1 2',
			'2026-01-05 x',
		];
		const { stdout, status } = law(['add', '-', '--lang', 'en'], questions.join('\n'));
		expect(status).toBe(1);
		expect(stdout.split('\n').map((line) => line.split(':')[0])).toEqual([
			'2026-05-11',
			'',
			'CALENDAR_YEAR_MISSING 2027',
			'INVALID_DATE 2026-02-30',
			'MALFORMED 2026-01-05',
			'MALFORMED 2026-01-05 1 2',
			'INVALID_DAYS x',
			'',
		]);
	});

	it('end with 0 when every line was answered, and keep the order of very many', () => {
		const days = Array.from({ length: 20_000 }, (_, index) => index % 200);
		const { stdout, status } = law(['add', '-'], days.map((n) => `2025-01-02 ${n}\r\n`).join(''));
		expect(status).toBe(0);
		const answers = stdout.trimEnd().split('\n');
		expect(answers).toHaveLength(days.length);
		expect(answers[201]).toBe(answers[1]);
		expect(law(['between', '-'], '2026-09-18 2026-09-24\n2026-09-24 2026-09-18\n').stdout).toBe('5\n-5\n');
	});
});

describe('law replay', () => {
	it('shows states, clocks, notices and refusals of the example of the documentation', () => {
		const { stdout, status } = law(['replay', example]);
		expect(status).toBe(0);
		const { steps, final } = JSON.parse(stdout);
		expect(steps.map((step: { stage: string }) => step.stage)).toEqual([
			'SUBMITTED',
			'SUPPLEMENT_NOTIFIED',
			'SUPPLEMENT_NOTIFIED',
			'SUPPLEMENTED',
			'ACCEPTED',
			...Array(4).fill('UNDER_REVIEW'),
			'GRANTED',
		]);
		expect(steps[2]).toMatchObject({ ok: false, events: [], refusal: { code: 'SUPPLEMENT_ONLY_ONCE' } });
		expect(steps[2].refusal.articleText).toBe('行政许可法第三十二条第一款第（四）项');
		expect(steps[2].refusal.signposts.at(-1).text).toMatch(/作出决定/);
		// Twenty working days from 18 September without the five of the test: 28 October; ten more: 11 November.
		const due = Object.fromEntries(
			final.clocks.map((clock: { id: string; due: string }) => [clock.id, clock.due]),
		);
		expect(due).toEqual({
			C1: '2026-09-24',
			C2: '2026-10-28',
			C2x: '2026-11-11',
			C3: '2026-10-08',
			C4: '2026-11-04',
		});
		expect(final.notices.map((each: { notice: string }) => each.notice)).toEqual([
			'RECEIPT',
			'SUPPLEMENT',
			'ACCEPTANCE',
			'SPECIAL_PROCEDURE',
			'EXTENSION',
			'GRANT',
		]);
	});

	it('says in English what time alone has brought', () => {
		const { stdout } = replay({ item, history: [submit], until: '2026-10-26' }, '--lang', 'en');
		const { final } = JSON.parse(stdout);
		expect(final).toMatchObject({
			stage: 'ACCEPTED',
			stageName: 'Accepted',
			asOf: '2026-10-26T09:00:00+08:00',
		});
		expect(final.settled).toMatchObject([{ type: 'AcceptanceDeemed', data: { on: '2026-09-18' } }]);
		expect(final.state.acceptance).toMatchObject({ on: '2026-09-18', deemed: true });
	});

	it('takes an item of the catalogue and other choices of the bureau', () => {
		const history = [submit, { at: '2026-10-12', command: { type: 'Tick' } }];
		const options = { receiptOnDayOff: 'NEXT_WORKDAY' };
		const sunday = { ...submit, at: '2026-09-27' };
		const { stdout, stderr } = replay({
			item: 'food-business',
			options,
			history: [sunday, ...history.slice(1)],
		});
		expect(stderr).toBe('');
		expect(JSON.parse(stdout).final.state.acceptance.on).toBe('2026-09-28');
	});

	it('refuses a year without calendar as the law does', () => {
		const late = { ...submit, at: '2026-12-30' };
		const accept = { at: '2027-01-20', actor: clerk, command: { type: 'Accept', procedure: 'THREE_STEP' } };
		const { stdout, status } = replay({ item, history: [late, accept] });
		expect(status).toBe(0);
		const { steps, final } = JSON.parse(stdout);
		expect(steps[1].refusal).toMatchObject({ code: 'CALENDAR_YEAR_MISSING', params: { year: 2027 } });
		expect(final.refusal.code).toBe('CALENDAR_YEAR_MISSING');
		expect(final.clocks[0]).toMatchObject({ id: 'C1', due: null, missingYear: 2027, state: 'UNKNOWN' });
	});

	it.each([
		['no JSON at all', '{ "item": ', /history\.json:\d+:\d+ /],
		['another kind of file', '[]', /history\.json:1:1 /],
		['nothing', '', /history\.json:1:1 /],
		['an unknown item', { item: 'nothing-like-it', history: [] }, / item: .*food-business/],
		['a wrong item', { item: { code: 'x' }, history: [] }, / item\.limit: /],
		[
			'an unknown command',
			{ item, history: [{ ...submit, command: { type: 'constructor' } }] },
			/history\[0\]\.command\.type: .*Submit/,
		],
		[
			'a wrong command',
			{ item, history: [{ ...submit, command: { type: 'Submit' } }] },
			/history\[0\]\.command\.materials: /,
		],
		[
			'a wrong role',
			{ item, history: [{ ...submit, actor: { id: 'x', roles: ['CLARK'] } }] },
			/history\[0\]\.actor\.roles\[0\]: .*CLERK/,
		],
		['nobody', { item, history: [{ at: '2026-09-18', command: submit.command }] }, /history\[0\]\.actor: /],
		['no such day', { item, history: [{ ...submit, at: '2026-02-30' }] }, /history\[0\]\.at: /],
		[
			'an instant without offset',
			{ item, history: [{ ...submit, at: '2026-09-18T09:00:00' }] },
			/history\[0\]\.at: /,
		],
		['an end before the last step', { item, history: [submit], until: '2026-09-01' }, / until: /],
		[
			'an unknown choice',
			{ item, history: [], options: { todayCount: true } },
			/options\.todayCount: .*todayCounts/,
		],
	])('names the place of the fault: %s', async (_, history, message) => {
		const written: string[] = [];
		const stderr = vi
			.spyOn(process.stderr, 'write')
			.mockImplementation((text) => written.push(String(text)) > 0);
		const status = await replayFile(historyFile(history), 'en').finally(() => stderr.mockRestore());
		expect(status).toBe(2);
		expect(written.join('')).toMatch(message);
	});

	it('names a file that cannot be read', () => {
		const { status, stdout, stderr } = law(['replay', '/nowhere/history.json']);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr.trim().split('\n')).toHaveLength(1);
	});
});

describe('law', () => {
	it.each([
		[[]],
		[['what']],
		[['add']],
		[['add', '2026-09-18']],
		[['replay']],
		[['add', '-', '--lang', 'fr']],
	])('explains itself when called wrongly: %j', (args) => {
		const { stdout, stderr, status } = law(args);
		expect(status).toBe(2);
		expect(stdout + stderr).toMatch(/npm run --silent law/);
	});

	it('explains itself when asked', () => {
		expect(law(['--help'])).toMatchObject({ status: 0, stderr: '' });
		expect(law(['--lang', 'en', '--help']).stdout).toMatch(/^Usage/);
	});

	it('has an example in its documentation that is the tested one', () => {
		const text = readFileSync(join(import.meta.dirname, '../docs/law-cli.md'), 'utf8');
		const block = /<!-- example -->\n```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
		expect(JSON.parse(block)).toEqual(JSON.parse(readFileSync(example, 'utf8')));
	});

	it('ends quietly when nobody reads on', () => {
		const command = `yes '2026-09-18 5' | head -200000 | "${process.execPath}" "${script}" add - | head -1`;
		expect(execFileSync('sh', ['-c', command], { encoding: 'utf8' })).toBe('2026-09-24\n');
	});
});
