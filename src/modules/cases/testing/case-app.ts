import type { LightMyRequestResponse } from 'fastify';
import { openDemoClock } from '../../../platform/demo-clock.ts';
import { type TestApp, testApp } from '../../../platform/testing/app.ts';
import { openReckoning } from '../../calendar/index.ts';
import { type Answers, catalogRules, registerCatalog, type Situation } from '../../catalog/index.ts';
import { registerOrganisation } from '../../organisation/index.ts';
import type { CaseView, Draft } from '../cases.schema.ts';
import type { CaseCommand } from '../command.schema.ts';
import type { DemoPeople } from '../demo-cases.ts';
import { type CasesRoom, caseRules, countItemUses, registerCases } from '../index.ts';
import type { Judgement, Judging } from '../judgement.schema.ts';

/** Password of the demo district's accounts. */
const PASSWORD = 'yicibancheng';

/** Smallest PDF that its content betrays as one. */
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

type Body = Record<string, unknown>;

/** One thing that a notice names. */
interface Faulty {
	code: string;
	fault: string;
	remedy: string;
}

/** The demo district with its cases room, on a database of its own. */
export interface CaseApp extends TestApp {
	room: CasesRoom;
	/** Fills the house with the cases of the demo. */
	seedCases(): Promise<number>;
	/** Sends JSON as somebody. */
	send(
		who: string,
		method: 'GET' | 'POST' | 'PUT' | 'DELETE',
		url: string,
		payload?: Body,
	): Promise<LightMyRequestResponse>;
	/** The same, and the answer's body; fails when the status is not 2xx. */
	ask<T>(who: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: Body): Promise<T>;
	upload(
		who: string,
		url: string,
		material: string,
		content?: Buffer,
		name?: string,
	): Promise<LightMyRequestResponse>;
	/** Writes an application with every paper that the answers ask for, but those left out. */
	draft(who: string, itemCode: string, form: Body, without?: string[], answers?: Answers): Promise<Draft>;
	/** Writes and hands in. */
	apply(who: string, itemCode: string, form: Body, without?: string[], answers?: Answers): Promise<CaseView>;
	/** Gives a command on the newest version; the answer as it comes. */
	tryCommand(who: string, id: string, command: CaseCommand): Promise<LightMyRequestResponse>;
	/** Gives a command that must be carried out. */
	command(who: string, id: string, command: CaseCommand): Promise<CaseView>;
	/** The one supplement notice: these are faulty, everything else is in order. */
	judging(id: string, faults: Faulty[]): Promise<CaseCommand & { type: 'RequestSupplement' }>;
	/** Account id of a colleague. */
	staffId(name: string): Promise<string>;
}

/**
 * @param now first instant of the clock; default 2026-09-18, nine in the morning
 * @param folder another catalogue than the district's
 */
export async function caseApp(now?: string, folder?: string): Promise<CaseApp> {
	let room: CasesRoom | undefined;
	let people: DemoPeople = new Map();
	const house = await testApp({
		...(now !== undefined && { now }),
		async rooms(app, platform) {
			const reckoning = openReckoning();
			const { catalog } = await registerCatalog(app, platform, {
				uses: () => countItemUses(platform.db),
				...(folder !== undefined && { folder }),
			});
			const organisation = registerOrganisation(app, platform, {
				permissions: [caseRules, catalogRules],
				calendar: reckoning.calendar,
				demoClock: await openDemoClock(platform.db, undefined, platform.clock),
			});
			room = registerCases(app, platform, {
				catalog,
				reckoning,
				bureau: { name: '测试局', address: '测试路 1 号', hotline: '12345', government: '测试区人民政府' },
				knownApplicant: async () => undefined,
				staffNames: async () =>
					new Map((await organisation.staffAt(platform.clock.now())).map(({ id, name }) => [id, name])),
			});
			people = (await organisation.seedDemo()).principals;
		},
	});
	if (!room) throw new Error('the cases room is not there');
	const { seedDemo } = room;
	return { ...house, ...calls(house), room, seedCases: () => seedDemo(people) };
}

function calls(house: TestApp): Omit<CaseApp, keyof TestApp | 'room' | 'seedCases'> {
	const send: CaseApp['send'] = async (who, method, url, payload) => {
		const request = await house.as(who, PASSWORD);
		return request({ method, url, ...(payload && { payload }) });
	};
	const ask = async <T>(...[who, method, url, payload]: Parameters<CaseApp['send']>): Promise<T> => {
		const response = await send(who, method, url, payload);
		if (response.statusCode >= 300)
			throw new Error(`${method} ${url}: ${response.statusCode} ${response.body}`);
		return (response.statusCode === 204 ? undefined : response.json()) as T;
	};
	const upload: CaseApp['upload'] = async (who, url, material, content = PDF, name = `${material}.pdf`) => {
		const request = await house.as(who, PASSWORD);
		const boundary = 'a-boundary-of-the-test';
		const head = (rest: string) => `--${boundary}\r\nContent-Disposition: form-data; ${rest}\r\n`;
		const payload = Buffer.concat([
			Buffer.from(`${head('name="material"')}\r\n${material}\r\n`),
			Buffer.from(`${head(`name="file"; filename="${name}"`)}Content-Type: application/pdf\r\n\r\n`),
			content,
			Buffer.from(`\r\n--${boundary}--\r\n`),
		]);
		const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
		return request({ method: 'POST', url, payload, headers });
	};
	const draft: CaseApp['draft'] = async (who, itemCode, form, without = [], answers = {}) => {
		const fresh = await ask<Draft>(who, 'POST', '/api/drafts', { itemCode, answers });
		await ask(who, 'PUT', `/api/drafts/${fresh.id}`, { form, expectedVersion: fresh.version });
		const { item } = await ask<Situation>(who, 'POST', `/api/catalog/items/${itemCode}/situation`, {
			answers,
		});
		for (const { code, shared } of item.materials) {
			if (shared || without.includes(code)) continue;
			const response = await upload(who, `/api/drafts/${fresh.id}/files`, code);
			if (response.statusCode !== 201) throw new Error(`${code}: ${response.body}`);
		}
		return ask(who, 'GET', `/api/drafts/${fresh.id}`);
	};
	const tryCommand: CaseApp['tryCommand'] = async (who, id, command) => {
		const { version } = await ask<CaseView>(who, 'GET', `/api/cases/${id}`);
		return send(who, 'POST', `/api/cases/${id}/commands`, { expectedVersion: version, command });
	};
	return {
		send,
		ask,
		upload,
		draft,
		tryCommand,
		async apply(who, itemCode, form, without, answers) {
			const { id } = await draft(who, itemCode, form, without, answers);
			return ask(who, 'POST', `/api/drafts/${id}/submit`, { allTheSame: true });
		},
		async command(who, id, command) {
			const response = await tryCommand(who, id, command);
			if (response.statusCode !== 200)
				throw new Error(`${command.type}: ${response.statusCode} ${response.body}`);
			return response.json();
		},
		async judging(id, faults) {
			const { rows } = await ask<Judging>('clerk', 'GET', `/api/cases/${id}/judging`);
			const judgement = rows.map(({ code }): Judgement => {
				const faulty = faults.find((each) => each.code === code);
				return faulty ? { ...faulty, verdict: 'FAULTY' } : { code, verdict: 'RIGHT' };
			});
			return { type: 'RequestSupplement', judgement };
		},
		async staffId(name) {
			const { staff } = await ask<{ staff: { id: string; name: string }[] }>(
				'clerk',
				'GET',
				'/api/organisation/staff',
			);
			const id = staff.find((person) => person.name === name)?.id;
			if (!id) throw new Error(`no colleague is called ${name}`);
			return id;
		},
	};
}

/** A company that applies. */
export const COMPANY = {
	kind: 'ORGANISATION',
	name: '济南黄河餐饮有限公司',
	creditCode: '91370115MA3ABCD157',
	representative: '王大河',
	contact: '王小明',
	phone: '13800001234',
	address: '济南市济阳区开元大街 1 号',
};

/** Its shop. */
export const PREMISES = { name: '黄河小馆', address: '济南市济阳区开元大街 1 号', area: 120 };
