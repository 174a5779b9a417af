import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../platform/testing/app.ts';
import { loadCalendar, loadLawOptions, registerCalendar } from './index.ts';
import { OPTIONS_FILE } from './law-options.ts';

describe('the calendar over HTTP', () => {
	let server: TestApp;
	beforeAll(async () => {
		server = await testApp({ rooms: (app) => registerCalendar(app, loadCalendar()) });
	});
	afterAll(() => server.close());

	const get = async (url: string, language = 'en') => {
		const response = await server.app.inject({ url, headers: { 'accept-language': language } });
		return { status: response.statusCode, body: response.json() };
	};

	it('adds working days for everybody, and says by which rule', async () => {
		const { status, body } = await get('/api/calendar/add?date=2026-09-18&days=5');
		expect(status).toBe(200);
		expect(body).toEqual({
			date: '2026-09-18',
			days: 5,
			result: '2026-09-24',
			basis: expect.stringMatching(/Art\. 82/),
		});
		const { body: chinese } = await get('/api/calendar/add?date=2026-02-10&days=20', 'zh-CN');
		expect(chinese).toMatchObject({ result: '2026-03-16', basis: expect.stringMatching(/第八十二条/) });
	});

	it('counts working days in both directions', async () => {
		const forwards = await get('/api/calendar/between?from=2026-09-18&to=2026-09-24');
		expect(forwards.body).toEqual({ from: '2026-09-18', to: '2026-09-24', workdays: 5 });
		const backwards = await get('/api/calendar/between?from=2026-09-24&to=2026-09-18');
		expect(backwards.body.workdays).toBe(-5);
	});

	it.each([
		['add', '/api/calendar/add?date=2026-12-30&days=20'],
		['between', '/api/calendar/between?from=2026-12-30&to=2027-02-01'],
	])('refuses a year without calendar by name: %s', async (_, url) => {
		const { status, body } = await get(url);
		expect(status).toBe(409);
		expect(body).toMatchObject({ code: 'CALENDAR_YEAR_MISSING', title: expect.stringContaining('2027') });
		expect(body.signposts).toHaveLength(2);
		expect(body.signposts[0].contact).toBe('12345');
		expect(body.signposts[1].text).toMatch(/2027/);
	});

	it.each(['2026-02-30', '2026-2-3', 'tomorrow', '', '0001-01-01', '2026-09-18T00:00:00Z'])(
		'refuses “%s” as a date',
		async (text) => {
			const url = `/api/calendar/add?date=${encodeURIComponent(text)}&days=5`;
			const { status, body } = await get(url);
			expect(status).toBe(400);
			expect(body).toMatchObject({ code: 'INVALID_DATE', errors: [{ path: '?date' }] });
			expect(body.signposts.length).toBeGreaterThan(0);
		},
	);

	it.each(['days=1.5', 'days=many', 'days=99999999', '', 'days=1&more=1'])(
		'refuses the query “%s” with every fault named',
		async (query) => {
			const { status, body } = await get(`/api/calendar/add?date=2026-09-18&${query}`);
			expect(status).toBe(400);
			expect(body.code).toBe('INVALID_INPUT');
			expect(body.errors.length).toBeGreaterThan(0);
		},
	);
});

describe('the choices of the bureau', () => {
	const change = (from: string, to: string) => {
		const text = readFileSync(OPTIONS_FILE, 'utf8');
		expect(text).toContain(from);
		const file = join(mkdtempSync(join(tmpdir(), 'options-')), 'options.yaml');
		writeFileSync(file, text.replace(from, to));
		return () => loadLawOptions(file);
	};

	it('are read from their file', () => {
		expect(loadLawOptions()).toMatchObject({ suspensionBorders: 'END_ONLY', toleranceMaxDays: 15 });
	});

	it.each([
		[
			'an unknown word',
			'owedPaperHolds: GRANT',
			'owedPaperHolds: GRAND',
			/options\.yaml:\d+:17 owedPaperHolds: .*GRANT/,
		],
		['a choice not made', 'todayCounts: false', '', /todayCounts/],
		['an unknown choice', 'todayCounts: false', 'todayCount: false', /todayCounts/],
		['a step told apart from itself', '[ACCEPT, REVIEW]', '[ACCEPT, ACCEPT]', /separation\[0\].*ACCEPT/],
		['lights in the wrong order', 'orange: 0.2', 'orange: 0.9', /lights\.orange/],
	])('are refused with the place of the fault: %s', (_, from, to, message) => {
		expect(change(from, to)).toThrow(message);
	});
});
