import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	CATALOG_FOLDER,
	type Item,
	openCatalog,
	type SampleSituation,
	type Situation,
	sampleForm,
	sampleSituations,
} from '../catalog/index.ts';
import type { CaseView, Draft, Precheck } from './cases.schema.ts';
import type { CaseCommand } from './command.schema.ts';
import { type CaseApp, caseApp } from './testing/case-app.ts';

const items = openCatalog(CATALOG_FOLDER).all();
const PATIENCE = 60_000;

let house: CaseApp;
beforeAll(async () => {
	house = await caseApp();
	// Everybody signs in once, before many ask at the same time.
	for (const who of ['huanghe', 'clerk', 'reviewer1', 'approver']) await house.as(who, 'yicibancheng');
}, PATIENCE);
afterAll(() => house.close());

const ask = <T>(url: string, payload = {}) => house.ask<T>('huanghe', 'POST', url, payload);

/** Answers the questions, fills in the form from its schema, uploads every paper that is asked for. */
async function write({ code }: Item, { answers }: SampleSituation): Promise<Draft> {
	const { item, complete } = await ask<Situation>(`/api/catalog/items/${code}/situation`, { answers });
	expect(complete, `${code}: ${JSON.stringify(answers)}`).toBe(true);
	const draft = await ask<Draft>('/api/drafts', { itemCode: code, answers });
	const form = sampleForm(item);
	await house.ask('huanghe', 'PUT', `/api/drafts/${draft.id}`, { form, expectedVersion: draft.version });
	for (const material of item.materials) {
		if (material.shared) continue;
		const paper = await house.upload('huanghe', `/api/drafts/${draft.id}/files`, material.code);
		expect(paper.statusCode, `${code}, ${material.code}: ${paper.body}`).toBe(201);
	}
	return draft;
}

/** Hands in what passes the pre-check; the clerk finds nothing to ask for. */
async function applyAndAccept(item: Item, situation: SampleSituation): Promise<CaseView> {
	const { id } = await write(item, situation);
	const { ok, faults } = await ask<Precheck>(`/api/drafts/${id}/precheck`);
	expect({ answers: situation.answers, ok, faults }).toEqual({
		answers: situation.answers,
		ok: true,
		faults: [],
	});
	const submitted = await ask<CaseView>(`/api/drafts/${id}/submit`);
	expect(submitted.item.materials.map(({ code }) => code).sort()).toEqual(
		[...submitted.law.materials].sort(),
	);
	const accepted = await give('clerk', submitted, { type: 'Accept', procedure: 'THREE_STEP' });
	expect(accepted).toMatchObject({ stage: 'ACCEPTED', supplement: [] });
	return accepted;
}

const give = (who: string, { id, version }: CaseView, command: CaseCommand) =>
	house.ask<CaseView>(who, 'POST', `/api/cases/${id}/commands`, { expectedVersion: version, command });

/** From acceptance to the result in hand, by the steps that the item's rules ask for. */
async function decideAndDeliver({ rules }: Item, accepted: CaseView): Promise<CaseView> {
	const staff = await Promise.all(['孙志远', '周雨桐'].map((name) => house.staffId(name)));
	let view = accepted;
	if (rules.technicalInspection) view = await give('reviewer1', view, { type: 'AssignInspectors', staff });
	if (rules.siteVisit)
		view = await give('reviewer1', view, {
			type: 'RecordSiteVisit',
			staff,
			findings: '符合要求',
			passed: true,
		});
	if (!rules.onTheSpot)
		view = await give('reviewer1', view, { type: 'Review', opinion: 'GRANT', text: '建议准予' });
	view = await give('approver', view, { type: 'Grant' });
	const delivery = { method: 'ONLINE', recipient: '王大河', proof: 'SIGNED_IN' } as const;
	return give('huanghe', view, { type: 'Deliver', ...delivery });
}

it('there is a catalogue to try', () => {
	expect(items.length).toBeGreaterThan(60);
});

describe.concurrent('every item can be applied for in each of its situations, without a formal fault', () => {
	it.each(items.map((item) => [item.code, item] as const))(
		'%s',
		async (_, item) => {
			const situations = sampleSituations(item);
			const open = situations.filter(({ isStopped }) => !isStopped);
			expect(open.length).toBeGreaterThan(0);
			for (const [index, situation] of open.entries()) {
				const accepted = await applyAndAccept(item, situation);
				// A hearing that the law demands takes weeks; the story of one goes that way.
				if (index > 0 || item.rules.hearing === 'MANDATORY') continue;
				const delivered = await decideAndDeliver(item, accepted);
				expect(delivered).toMatchObject({ stage: 'ACTIVE', visits: 0 });
			}
			for (const { answers } of situations.filter(({ isStopped }) => isStopped)) {
				const { id } = await ask<Draft>('/api/drafts', { itemCode: item.code, answers });
				const { faults } = await ask<Precheck>(`/api/drafts/${id}/precheck`);
				const stop = faults.find(({ code }) => code === 'OTHER_ITEM');
				expect(stop?.signposts.length, JSON.stringify(answers)).toBeGreaterThan(0);
				await house.ask('huanghe', 'DELETE', `/api/drafts/${id}`);
			}
		},
		PATIENCE,
	);
});
