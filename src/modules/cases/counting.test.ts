import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOwner } from '../../platform/events/testing.ts';
import type { CaseList, CaseView } from './cases.schema.ts';
import { countPresence } from './counting.migrations.ts';
import { OPENS, type Opening } from './counting.rules.ts';
import type { Figures, PublicFigures } from './counting.schema.ts';
import { type CaseApp, COMPANY, caseApp, PREMISES } from './testing/case-app.ts';

let house: CaseApp;
const BOOKSHOP = { applicant: COMPANY, premises: PREMISES, kinds: ['BOOKS'] };
const at = (moment: string) => house.clock.set(`${moment}+08:00`);
const figures = (query = '', who = 'supervisor') => house.ask<Figures>(who, 'GET', `/api/counting${query}`);
/** How many cases the list shows that a number opens. */
const opened = async (opens: Opening, { from, to }: Figures, item?: string): Promise<number> => {
	const query = { scope: 'all', decidedFrom: from, decidedTo: to, ...(item && { item }), ...OPENS[opens] };
	const params = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
	return (await house.ask<CaseList>('supervisor', 'GET', `/api/cases?${params}`)).total;
};

/** A bookshop's way through, on its days; answers the case. */
async function bookshop(days: { in: string; accepted: string; granted: string }): Promise<CaseView> {
	at(`${days.in}T09:00:00`);
	const { id } = await house.apply('huanghe', 'publication-retail', BOOKSHOP);
	at(`${days.accepted}T10:00:00`);
	await house.command('clerk', id, { type: 'Accept', procedure: 'THREE_STEP' });
	at(`${days.granted}T10:00:00`);
	await house.command('reviewer1', id, { type: 'Review', opinion: 'GRANT', text: '建议准予' });
	return house.command('approver', id, { type: 'Grant' });
}

beforeAll(async () => {
	house = await caseApp('2026-09-18');
	await house.seedCases();
	// In time; later than promised (3 working days); later than the law allows (20).
	await bookshop({ in: '2026-09-18', accepted: '2026-09-18', granted: '2026-09-22' });
	const late = await bookshop({ in: '2026-09-23', accepted: '2026-09-23', granted: '2026-09-30' });
	await house.command('clerk', late.id, {
		type: 'Deliver',
		method: 'WINDOW',
		recipient: '王大河',
		proof: '签收',
	});
	await bookshop({ in: '2026-10-08', accepted: '2026-10-08', granted: '2026-11-20' });
}, 60_000);
afterAll(() => house.close());

describe('the figures', () => {
	it.each([
		'',
		'?from=2026-09-19&to=2026-09-30',
		'?from=2026-08-01&to=2026-08-31',
		'?from=2020-01-01&to=2020-12-31',
	])(
		'over %s are those of the cases that they open, for all and for each item',
		async (query) => {
			const found = await figures(query);
			const rows = [{ ...found.total, code: undefined }, ...found.items];
			for (const { code, counts } of rows) {
				for (const name of Object.keys(OPENS) as Opening[]) {
					expect({ code, name, count: counts[name] }).toEqual({
						code,
						name,
						count: await opened(name, found, code),
					});
				}
			}
		},
		60_000,
	);

	it('add up', async () => {
		const { total, items } = await figures();
		expect(total.counts.decided).toBeGreaterThan(10);
		for (const { counts } of [total, ...items]) {
			expect(counts.none + counts.one + counts.more).toBe(counts.decided);
			expect(counts.kept + counts.late).toBe(counts.timed);
			expect(counts.visits).toBeGreaterThanOrEqual(counts.one + 2 * counts.more);
			expect(counts.overLimit).toBeLessThanOrEqual(counts.late);
		}
		const sum = (name: Opening) => items.reduce((all, { counts }) => all + counts[name], 0);
		for (const name of Object.keys(OPENS) as Opening[]) expect(sum(name), name).toBe(total.counts[name]);
	});

	it('tell visits, times and lateness of the cases at hand', async () => {
		const { items } = await figures('?from=2026-09-19&to=2026-12-31&item=publication-retail');
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({
			code: 'publication-retail',
			counts: { decided: 3, none: 2, one: 1, more: 0, online: 2, kept: 1, late: 2, overLimit: 1 },
			rates: { visits: 0.3333, online: 0.6667, statutory: 20, promised: 3 },
		});
	});

	it('are for those who oversee, and the period has to run forwards', async () => {
		for (const who of ['supervisor', 'head', 'government'])
			expect((await figures('', who)).total).toBeDefined();
		for (const who of ['clerk', 'huanghe']) {
			const refused = await house.send(who, 'GET', '/api/counting');
			expect(refused.json()).toMatchObject({ status: 403, code: 'NOT_PERMITTED' });
		}
		const backwards = await house.send('supervisor', 'GET', '/api/counting?from=2026-02-01&to=2026-01-01');
		expect(backwards.json()).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
		const nonsense = await house.send('supervisor', 'GET', '/api/counting?from=2026-02-30');
		expect(nonsense.statusCode).toBe(400);
	});
});

describe('everybody', () => {
	const shown = async (code: string) => {
		const answer = await house.app.inject({ url: `/api/counting/items/${code}` });
		return { status: answer.statusCode, body: answer.json<PublicFigures & { code?: string }>() };
	};

	it('sees what this year’s cases of an item took', async () => {
		const { body } = await shown('publication-retail');
		const { items } = await figures('?item=publication-retail');
		expect(body.figures).toMatchObject({
			decided: items[0]?.counts.decided,
			online: items[0]?.rates.online,
			spentDays: items[0]?.rates.spent,
		});
	});

	it('sees nothing where cases are so few that people could be told from them', async () => {
		const { items } = await figures('?item=animal-clinic');
		expect(items[0]?.counts.decided).toBe(1);
		expect((await shown('animal-clinic')).body.figures).toBeNull();
		expect((await shown('no-such-item')).status).toBe(404);
	});
});

describe('cases from before counting', () => {
	const rows = async () => {
		const pool = new pg.Pool({ connectionString: house.ownerUrl, max: 1 });
		try {
			return (await pool.query('select * from cases order by id')).rows;
		} finally {
			await pool.end();
		}
	};

	it('get what their events and the calendar say', async () => {
		await house.room.settle();
		const before = await rows();
		await asOwner(
			house.ownerUrl,
			`update cases set state = state - 'presence', visits = 0, online = true, noticed_on = null, decided_on = null,
				statutory_days = null, promised_days = null, spent_days = null, timeliness = null`,
		);
		expect((await figures()).total.counts.decided).toBe(0);
		const pool = new pg.Pool({ connectionString: house.ownerUrl, max: 1 });
		const owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
		await countPresence(owner);
		await owner.destroy();
		await house.room.settle();
		expect(await rows()).toEqual(before);
	});
});
