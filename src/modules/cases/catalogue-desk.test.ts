/** The catalogue desk over HTTP, with the drafts and cases that its versions are about. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../platform/http/problem.ts';
import { type CaseApp, caseApp } from './testing/case-app.ts';

const DESK = '/api/catalog/desk';
const house = await caseApp();
afterAll(() => house.close());
const { send, ask } = house;

interface Change {
	id: string;
	version: number;
	state: string;
	rowVersion: number;
	yaml: string;
	source: { effectiveFrom: string } | null;
	faults: { code: string; path: string; line?: number }[];
	returned: { reason: string } | null;
	record: { act: string; by: { name: string } }[];
}
interface History {
	versions: {
		version: number;
		uses: number;
		canWithdraw: boolean;
		origin: string;
		author: { name: string } | null;
	}[];
	record: { act: string }[];
	change: Change | null;
}

const start = (who: string, code: string) => ask<Change>(who, 'POST', `${DESK}/changes`, { code });
const history = (code: string) => ask<History>('keeper1', 'GET', `${DESK}/items/${code}`);
const act = async (who: string, { id }: { id: string }, what: string, body?: Record<string, unknown>) =>
	send(
		who,
		'POST',
		`${DESK}/changes/${id}/${what}`,
		body ?? (what === 'publish' ? await read(who, id) : undefined),
	);
/** Whoever publishes says which row was read. */
const read = async (who: string, id: string) => ({
	expectedVersion: (await ask<Change>(who, 'GET', `${DESK}/changes/${id}`)).rowVersion,
});
const codeOf = (response: Awaited<ReturnType<CaseApp['send']>>) => response.json<Problem>().code;
const save = (who: string, change: Change, yaml: string) =>
	send(who, 'PUT', `${DESK}/changes/${change.id}`, { expectedVersion: change.rowVersion, yaml });
const promising = (yaml: string, days: number) => yaml.replace(/promiseDays: \d+/, `promiseDays: ${days}`);

/** Writes a change of the promise and asks for its approval. */
async function proposed(who: string, code: string, days: number): Promise<Change> {
	const change = await start(who, code);
	const saved = await save(who, change, promising(change.yaml, days));
	expect(saved.statusCode, saved.body).toBe(200);
	const response = await act(who, change, 'propose', { note: '缩短承诺时限' });
	expect(response.statusCode, response.body).toBe(200);
	return response.json();
}

describe('from the first word to the publication', () => {
	it('an item is changed, returned, corrected, approved by a second person, and takes effect on its day', async () => {
		const old = await ask<{ id: string; itemVersion: number }>('wangxiaoming', 'POST', '/api/drafts', {
			itemCode: 'publication-retail',
		});
		const change = await proposed('keeper1', 'publication-retail', 3);
		expect(change).toMatchObject({ state: 'PROPOSED', version: 2, source: { effectiveFrom: '2026-09-19' } });
		expect(codeOf(await act('keeper1', change, 'publish'))).toBe('SECOND_PERSON_NEEDED');
		expect(codeOf(await act('keeper1', change, 'return', { reason: '自己退回' }))).toBe(
			'SECOND_PERSON_NEEDED',
		);
		const returned = await act('keeper2', change, 'return', { reason: '请改为两天' });
		expect(returned.json()).toMatchObject({ state: 'DRAFT', returned: { reason: '请改为两天' } });
		const again = await save('keeper1', returned.json(), promising(change.yaml, 2));
		expect((await act('keeper1', again.json(), 'propose', { note: '已改' })).statusCode).toBe(200);
		const published = await act('head', change, 'publish');
		expect(published.json()).toMatchObject({ state: 'PUBLISHED', version: 2 });

		const item = () =>
			ask<{ version: number; rules: { promiseDays: number } }>(
				'keeper1',
				'GET',
				'/api/catalog/items/publication-retail',
			);
		expect((await item()).version).toBe(1);
		house.clock.set('2026-09-19');
		expect(await item()).toMatchObject({ version: 2, rules: { promiseDays: 2 } });
		const young = await ask<{ itemVersion: number }>('wangxiaoming', 'POST', '/api/drafts', {
			itemCode: 'publication-retail',
		});
		expect(young.itemVersion).toBe(2);
		expect(await ask('wangxiaoming', 'GET', `/api/drafts/${old.id}`)).toMatchObject({ itemVersion: 1 });

		const { versions, record } = await history('publication-retail');
		expect(versions).toMatchObject([
			{
				version: 2,
				origin: 'DESK',
				uses: 1,
				canWithdraw: false,
				author: { name: '蒋书宁' },
				approver: { name: '陈明德' },
			},
			{ version: 1, origin: 'FILE', uses: 1, canWithdraw: false, author: null },
		]);
		expect(record.map((entry) => entry.act)).toEqual([
			'PUBLISHED',
			'PROPOSED',
			'RETURNED',
			'PROPOSED',
			'STARTED',
		]);
		const { differences } = await ask<{ differences: object[] }>(
			'keeper2',
			'GET',
			`${DESK}/items/publication-retail/compare?from=1&to=2`,
		);
		expect(differences).toContainEqual(expect.objectContaining({ path: 'rules.promiseDays', after: 2 }));
		expect(differences.map((each) => (each as { path: string }).path).sort()).toEqual([
			'effectiveFrom',
			'rules.promiseDays',
			'version',
		]);
		const withdrawal = await send('keeper1', 'DELETE', `${DESK}/items/publication-retail/versions/2`);
		expect(withdrawal.json()).toMatchObject({ code: 'VERSION_IN_USE', status: 409 });
	});

	it('what was put in its place after it was read is not published', async () => {
		const change = await proposed('keeper1', 'drinking-water-hygiene', 4);
		const approver = await read('head', change.id);
		expect((await act('keeper1', change, 'withdraw-proposal')).statusCode).toBe(200);
		const taken = await ask<Change>('keeper1', 'GET', `${DESK}/changes/${change.id}`);
		await save('keeper1', taken, promising(taken.yaml, 5));
		expect((await act('keeper1', change, 'propose', { note: '另一版本' })).statusCode).toBe(200);
		expect(codeOf(await act('head', change, 'publish', approver))).toBe('CHANGE_STALE');
		expect((await act('head', change, 'publish', {})).statusCode).toBe(400);
		await act('keeper2', change, 'return', { reason: '请撤回' });
		await send('keeper1', 'DELETE', `${DESK}/changes/${change.id}`);
	});

	it('a value that refers to the number of the version stays what was approved', async () => {
		const change = await start('keeper1', 'drinking-water-hygiene');
		const yaml = promising(change.yaml, 4)
			.replace(/^version: \d+$/m, 'version: &number 9')
			.replace(/copies: 1$/m, 'copies: *number');
		expect(yaml).toContain('*number');
		const saved = await save('keeper1', change, yaml);
		expect(saved.json().faults).toEqual([]);
		await act('keeper1', change, 'propose', { note: '引用' });
		const published = (await act('keeper2', change, 'publish')).json<Change>();
		expect(published.yaml).toMatch(new RegExp(`^version: ${change.version}$`, 'm'));
		expect(published.yaml).toContain('copies: 9');
	});

	it('two people publish at once: one does, the other is told', async () => {
		const change = await proposed('keeper1', 'hotel', 4);
		const answers = await Promise.all([act('keeper2', change, 'publish'), act('head', change, 'publish')]);
		expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
		const loser = answers.find(({ statusCode }) => statusCode === 409);
		expect(loser && codeOf(loser)).toBe('CHANGE_STATE');
		expect((await history('hotel')).versions.map(({ version }) => version)).toEqual([2, 1]);
	});

	it('a version whose day has not come is taken back, and its number is not given again', async () => {
		expect((await history('hotel')).versions[0]).toMatchObject({ version: 2, canWithdraw: true });
		expect((await send('keeper2', 'DELETE', `${DESK}/items/hotel/versions/2`)).statusCode).toBe(204);
		expect(codeOf(await send('keeper2', 'DELETE', `${DESK}/items/hotel/versions/2`))).toBe(
			'VERSION_NOT_FOUND',
		);
		expect(codeOf(await send('keeper2', 'DELETE', `${DESK}/items/hotel/versions/1`))).toBe(
			'VERSION_IN_EFFECT',
		);
		const change = await start('keeper2', 'hotel');
		expect(change.version).toBe(3);
		expect((await send('head', 'DELETE', `${DESK}/changes/${change.id}`)).statusCode).toBe(204);
	});

	it('an item that nobody has written yet begins with its shape, and the check says what is missing', async () => {
		const change = await start('keeper1', 'lion-keeping');
		expect(change).toMatchObject({ version: 1, state: 'DRAFT' });
		expect(change.faults.length).toBeGreaterThan(5);
		const refused = await act('keeper1', change, 'propose', { note: '新事项' });
		expect(refused.statusCode).toBe(422);
		expect(refused.json<{ errors: object[] }>().errors).toHaveLength(change.faults.length);
		const { items } = await ask<{ items: { code: string; version: number | null }[] }>(
			'head',
			'GET',
			`${DESK}/items`,
		);
		expect(items.find(({ code }) => code === 'lion-keeping')).toMatchObject({
			version: null,
			change: { id: change.id },
		});
	});
});

describe('rights', () => {
	it.each(['wangxiaoming', 'clerk'])('%s has nothing to do here', async (who) => {
		for (const [method, url] of [
			['GET', `${DESK}/items`],
			['GET', `${DESK}/parts`],
			['POST', `${DESK}/changes`],
			['DELETE', `${DESK}/items/hotel/versions/1`],
		] as const) {
			const response = await send(who, method, url, method === 'POST' ? { code: 'hotel' } : undefined);
			expect(response.statusCode).toBe(403);
		}
	});

	it('only the author writes, one at a time, and nobody overwrites what came in between', async () => {
		const change = await start('keeper1', 'drainage');
		expect(codeOf(await send('keeper2', 'POST', `${DESK}/changes`, { code: 'drainage' }))).toBe(
			'CHANGE_OPEN',
		);
		expect(codeOf(await save('keeper2', change, change.yaml))).toBe('NOT_THE_AUTHOR');
		expect((await save('keeper1', change, `# first\n${change.yaml}`)).statusCode).toBe(200);
		expect(codeOf(await save('keeper1', change, `# second\n${change.yaml}`))).toBe('CHANGE_STALE');
		expect((await history('drainage')).change?.yaml).toMatch(/^# first/);
		expect((await send('head', 'POST', `${DESK}/changes`, { code: 'hotel' })).statusCode).toBe(403);
	});

	it('the past is not published', async () => {
		const { change } = await history('drainage');
		if (!change) throw new Error('the change is gone');
		const yaml = change.yaml.replace(/effectiveFrom: .*/, 'effectiveFrom: 2026-09-01');
		const saved = (await save('keeper1', change, yaml)).json<Change>();
		expect(saved.faults.map(({ code }) => code)).toContain('EFFECT_PAST');
		expect(codeOf(await act('keeper1', change, 'propose', { note: '补' }))).toBe('CHANGE_FAULTY');
	});
});

describe('bad input', () => {
	const BAD = [
		'a: [',
		'a: *nowhere',
		'[]',
		'just words',
		'',
		`${'['.repeat(5000)}`,
		`x: ${'{a: '.repeat(60)}1${'}'.repeat(60)}`,
		'name: "\\0"',
		'? [a, b]\n: c',
		'__proto__: { polluted: true }',
		`a: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefg'].map((key, index) => `${key}: &${key} [${Array(10).fill(`*${'abcdef'[index]}`).join(',')}]`).join('\n')}`,
	];
	it.each(BAD)('%j is told its faults', async (yaml) => {
		const response = await send('keeper1', 'POST', `${DESK}/check`, { yaml });
		expect(response.statusCode, response.body).toBe(200);
		expect(response.json().faults.length).toBeGreaterThan(0);
		expect(response.json().item).toBeNull();
	});

	it('a source is checked as a file is, and previewed as an applicant sees it', async () => {
		const { source } = await ask<{ source: object }>(
			'keeper1',
			'GET',
			`${DESK}/items/food-business/versions/1`,
		);
		const checked = await ask<{ faults: object[]; yaml: string; item: { name: object } }>(
			'keeper1',
			'POST',
			`${DESK}/check`,
			{ source },
		);
		expect(checked.faults).toEqual([]);
		const wrong = await ask<{ faults: object[] }>('keeper1', 'POST', `${DESK}/check`, {
			yaml: checked.yaml.replace(/promiseDays: 5/, 'promiseDays: 50'),
		});
		expect(wrong.faults).toMatchObject([{ code: 'PROMISE_ABOVE_LIMIT', path: 'rules.promiseDays' }]);
		const answers = { business: 'RETAIL', prepackedOnly: true };
		const { situation } = await ask<{ situation: object }>('keeper1', 'POST', `${DESK}/preview`, {
			source,
			answers,
		});
		expect(situation).toMatchObject({ complete: true, faults: [], warnings: [{ effect: 'STOP' }] });
		const unsound = await ask('keeper1', 'POST', `${DESK}/preview`, {
			source: { ...source, version: 0 },
			answers,
		});
		expect(unsound).toEqual({ situation: null });
		for (const unreadable of [{ business: {} }, { 'no name': 1 }]) {
			const response = await send('keeper1', 'POST', `${DESK}/preview`, { source, answers: unreadable });
			expect(response.statusCode, response.body).toBe(400);
		}
	});

	it.each([
		['GET', `${DESK}/items/unicorn`, undefined],
		['GET', `${DESK}/items/hotel/versions/99`, undefined],
		['GET', `${DESK}/items/hotel/compare?from=1&to=change`, undefined],
		['GET', `${DESK}/items/hotel/compare?from=1&to=../..`, undefined],
		['GET', `${DESK}/changes/not-an-id`, undefined],
		['POST', `${DESK}/changes`, { code: '../etc' }],
		['POST', `${DESK}/changes`, { code: 'hotel', from: 99 }],
		['POST', `${DESK}/check`, {}],
		['POST', `${DESK}/check`, { yaml: 'a: 1', source: {} }],
		['POST', `${DESK}/changes/00000000-0000-4000-8000-000000000000/publish`, { expectedVersion: 1 }],
		['DELETE', `${DESK}/items/hotel/versions/99`, undefined],
	] as const)('%s %s %j is refused with a signpost', async (method, url, body) => {
		const response = await send('keeper1', method, url, body);
		expect(response.statusCode).toBeGreaterThanOrEqual(400);
		expect(response.statusCode, response.body).toBeLessThan(500);
		expect(response.json().signposts.length).toBeGreaterThan(0);
	});
});
