import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDb } from '../../platform/db/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/index.ts';
import { DEMO_PASSWORD } from './demo.ts';
import { syncOrganisation } from './organisation.store.ts';
import { type OrganisationApp, organisationApp } from './testing.ts';

let database: TestDatabase;
let server: OrganisationApp['server'];
let room: OrganisationApp['room'];
let signIn: OrganisationApp['signIn'];

beforeAll(async () => {
	database = await testDatabase();
	({ server, room, signIn } = await organisationApp(database.db));
	await room.seedDemo();
});
afterAll(async () => {
	await server.app.close();
	await database.drop();
});

describe('the demo', () => {
	test('has an account for every role, three reviewers, a citizen and a company; each opens', async () => {
		const accounts = (await server.browser().get('/api/demo/accounts')).json();
		const roles = accounts.flatMap((account: { roles: string[] }) => account.roles);
		expect([...new Set(roles)].sort()).toEqual([
			'APPLICANT',
			'APPROVER',
			'CATALOG_KEEPER',
			'CLERK',
			'GOVERNMENT_HEAD',
			'ORGAN_HEAD',
			'REVIEWER',
			'SOLE_APPROVER',
			'SUPERVISOR',
		]);
		expect(roles.filter((role: string) => role === 'REVIEWER')).toHaveLength(3);
		for (const { username, name, roles: held, password } of accounts) {
			expect(password).toBe(DEMO_PASSWORD);
			const me = (await (await signIn(username)).get('/api/me')).json();
			expect(me).toMatchObject({ username, name, roles: held });
		}
	});

	test('may be filled twice and stays the same', async () => {
		const rows = async () =>
			(await database.db.pool.query('SELECT person, post, valid_from, valid_to FROM assignments ORDER BY id'))
				.rows;
		const before = await rows();
		const { accounts } = await room.seedDemo();
		expect(await rows()).toEqual(before);
		expect(accounts.map(({ username }) => username)).toContain('wangxiaoming');
	});

	test('gives the sole approver the list of items', async () => {
		const me = (await (await signIn('sole')).get('/api/me')).json();
		expect(me.soleItems).toContain('food-business');
		expect(me.posts).toEqual([
			{ department: 'HALL', post: 'SOLE_APPROVER', role: 'SOLE_APPROVER', window: 'W03' },
		]);
	});

	test('keeps names of the bureau from being registered, also without an account', async () => {
		await database.db.pool.query(
			`INSERT INTO people (jurisdiction, id, username, name) VALUES ('370115', 'new-1', 'newcomer', '新人')`,
		);
		const body = { username: 'Newcomer', password: 'a long enough phrase', name: '冒名' };
		const response = await server.browser().post('/api/auth/sign-up/email', body);
		expect(response.json().code).toBe('USERNAME_TAKEN');
	});
});

describe('a session', () => {
	test('of nobody tells the bureau and the day, and marks what is unconfirmed', async () => {
		const session = (await server.browser().get('/api/session')).json();
		expect(session).toMatchObject({
			principal: null,
			today: '2026-09-18',
			demo: { enabled: true, now: '2026-09-18T01:00:00.000Z' },
			bureau: { hotline: '12345', name: 'Administrative Approval Service Bureau of Jiyang District, Jinan' },
		});
		expect(session.bureau.address).toContain('to be confirmed');
	});

	test('of a clerk carries the rules of the rooms', async () => {
		const session = (await (await signIn('clerk')).get('/api/session')).json();
		expect(session.principal).toMatchObject({
			username: 'clerk',
			roles: ['CLERK'],
			permissions: [{ action: 'read', subject: 'CLERK' }],
		});
	});

	test('counts the day in China, not where the server stands', async () => {
		server.clock.set('2026-09-18T23:30:00+08:00');
		expect((await server.browser().get('/api/session')).json().today).toBe('2026-09-18');
		server.clock.set('2026-09-19T00:30:00+08:00');
		expect((await server.browser().get('/api/session')).json().today).toBe('2026-09-19');
		server.clock.set('2026-09-18T09:00:00+08:00');
	});
});

describe('roles in time', () => {
	const until = (to: string | null) =>
		database.db.pool.query(`UPDATE assignments SET valid_to = $1 WHERE person = 'clerk-1'`, [to]);

	test('the last day still counts, the day after gives nothing, in a session that goes on', async () => {
		const clerk = await signIn('clerk');
		await until('2026-09-18');
		server.auth.sessions.forget();
		expect((await clerk.get('/api/desk')).statusCode).toBe(200);
		server.clock.set('2026-09-19T00:00:01+08:00');
		const refused = await clerk.get('/api/desk');
		expect(refused.statusCode).toBe(403);
		expect(refused.json()).toMatchObject({
			code: 'ROLE_REQUIRED',
			signposts: [{ action: 'SIGN_IN' }, { text: 'A window clerk may do this' }],
		});
		expect((await clerk.get('/api/me')).json().roles).toEqual([]);
		server.clock.set('2026-09-18T09:00:00+08:00');
		await until(null);
		server.auth.sessions.forget();
	});

	test('a window post of 2020 is on record and gives nothing today', async () => {
		const postOf = async (at: Date) => (await room.staffAt(at)).find(({ name }) => name === '孙志远')?.post;
		expect(await postOf(new Date('2020-06-01'))).toMatch('窗口');
		expect(await postOf(server.clock.now())).not.toMatch('窗口');
		const refused = await (await signIn('reviewer1')).get('/api/desk');
		expect(refused.statusCode).toBe(403);
	});

	test('what the file no longer says ends yesterday; the history stays', async () => {
		const people = room.definition.people.filter(({ id }) => id !== 'reviewer-3');
		await syncOrganisation(database.db, { ...room.definition, people }, '2026-09-18');
		const { rows } = await database.db.pool.query(
			`SELECT valid_from, valid_to FROM assignments WHERE person = 'reviewer-3'`,
		);
		expect(rows).toEqual([{ valid_from: '2019-01-01', valid_to: '2026-09-17' }]);
		await syncOrganisation(database.db, room.definition, '2026-09-18');
	});

	test('an account is tied by its id: whoever bears the name has not the role', async () => {
		await database.db.pool.query(
			`UPDATE people SET account_id = gen_random_uuid() WHERE username = 'supervisor'`,
		);
		server.auth.sessions.forget();
		expect((await (await signIn('supervisor')).get('/api/me')).json().roles).toEqual(['APPLICANT']);
		await room.seedDemo();
		expect((await (await signIn('supervisor')).get('/api/me')).json().roles).toEqual(['SUPERVISOR']);
	});

	test('another district sees none of it', async () => {
		const other = openDb(database.url, { jurisdiction: '370105', connections: 1 });
		const { rows } = await other.pool.query('SELECT count(*) AS people FROM people');
		expect(rows).toEqual([{ people: 0 }]);
		await other.close();
	});
});

describe('a profile', () => {
	test('shows numbers masked, and gives them whole to the rooms above only', async () => {
		const browser = await signIn('wangxiaoming');
		expect((await browser.get('/api/profile')).json()).toEqual({
			kind: 'CITIZEN',
			name: '王小明',
			idNumber: '370***********123X',
			phone: '138****8000',
			company: null,
			complete: true,
			warnings: [],
		});
		const { id } = (await browser.get('/api/me')).json();
		expect(await room.findProfile(id)).toMatchObject({ idNumber: '37011519900307123X' });
		expect((await browser.get('/api/session')).body).not.toContain('37011519900307123X');
	});

	test('changes what is given and keeps the rest', async () => {
		const browser = await signIn('wangxiaoming');
		const response = await browser.put('/api/profile', { phone: '13900139000' });
		expect(response.json()).toMatchObject({ phone: '139****9000', idNumber: '370***********123X' });
	});

	test('blocks a wrong ID number and phone, all named at once', async () => {
		const browser = await signIn('wangxiaoming');
		const response = await browser.put('/api/profile', {
			idNumber: '370115199003071231',
			phone: '12345',
			name: ' ',
		});
		expect(response.statusCode).toBe(422);
		expect(response.json()).toMatchObject({
			code: 'PROFILE_INVALID',
			errors: [
				{ path: '/name', code: 'NAME_BLANK' },
				{ path: '/idNumber', code: 'ID_NUMBER_CHECK_DIGIT' },
				{ path: '/phone', code: 'PHONE_INVALID' },
			],
			signposts: [{ action: 'CORRECT' }, { contact: '12345' }],
		});
		expect((await browser.get('/api/profile')).json().name).toBe('王小明');
	});

	test('warns of an odd credit code and takes it', async () => {
		const browser = await signIn('huanghe');
		const company = { name: '试点公司', creditCode: '91350203M0001QAY9B' };
		const response = await browser.put('/api/profile', { company });
		expect(response.statusCode, response.body).toBe(200);
		expect(response.json()).toMatchObject({
			company,
			warnings: [{ path: '/company/creditCode', code: 'CREDIT_CODE_CHECK_CHARACTER' }],
		});
	});

	test('is nobody’s but one’s own', async () => {
		expect((await server.browser().get('/api/profile')).json().code).toBe('SIGN_IN_REQUIRED');
	});
});
