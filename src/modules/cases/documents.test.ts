import { afterAll, beforeAll, expect, it } from 'vitest';
import { NOTICES, type Notice, plainDate } from '../../law/index.ts';
import { type Answers, CATALOG_FOLDER, openCatalog, sampleForm } from '../catalog/index.ts';
import type { CaseView } from './cases.schema.ts';
import { type CaseApp, COMPANY, caseApp } from './testing/case-app.ts';

let house: CaseApp;
beforeAll(async () => {
	house = await caseApp();
});
afterAll(() => house.close());

const on = (day: string) => house.clock.set(`${day}T10:00:00+08:00`);
const seen = new Set<Notice>();
const catalog = openCatalog(CATALOG_FOLDER);

/** Opens every document of a case and remembers which kinds there were. */
async function opened(view: CaseView): Promise<Notice[]> {
	for (const { href, notice, number } of view.documents) {
		const pdf = await house.send('clerk', 'GET', href);
		expect(pdf.statusCode, `${notice} ${number}: ${pdf.body.slice(0, 300)}`).toBe(200);
		expect(pdf.headers['content-type']).toBe('application/pdf');
		seen.add(notice);
	}
	expect(new Set(view.documents.map(({ number }) => number)).size).toBe(view.documents.length);
	return view.documents.map(({ notice }) => notice);
}

/** Applies for any item with a form made from its schema. */
async function beginSample(code: string, without?: string[], answers: Answers = {}): Promise<string> {
	const item = catalog.applied(code, catalog.get(code).version, answers);
	const form = { ...sampleForm(item), applicant: COMPANY };
	return (await house.apply('huanghe', code, form, without, answers)).id;
}

it('a mandatory hearing: announced, notified, held, and the decision follows its record', async () => {
	on('2026-03-02');
	const id = await beginSample('entertainment-venue', [], {
		kind: 'SONG_DANCE',
		forbiddenPlace: false,
		foreign: false,
	});
	const chair = await house.staffId('吴海涛');
	await house.command('clerk', id, { type: 'Accept', procedure: 'THREE_STEP' });
	await house.command('reviewer1', id, { type: 'AnnounceHearing', basis: '《娱乐场所管理条例》第十条' });
	await house.command('reviewer1', id, {
		type: 'NotifyHearing',
		date: plainDate('2026-03-13'),
		place: '三楼听证室',
		chair,
	});
	on('2026-03-13');
	await house.command('approver', id, { type: 'HoldHearing', record: '笔录第 1 号', signed: true });
	const staff = [await house.staffId('孙志远'), await house.staffId('周雨桐')];
	await house.command('reviewer1', id, { type: 'RecordSiteVisit', staff, findings: '符合', passed: true });
	await house.command('reviewer1', id, { type: 'Review', opinion: 'GRANT', text: '建议准予' });
	const unfounded = await house.tryCommand('approver', id, { type: 'Grant' });
	expect(unfounded.json().code).toBe('HEARING_RECORD_NOT_FOLLOWED');
	await house.command('approver', id, { type: 'Grant', onHearingRecord: '听证无异议' });
	const active = await house.command('clerk', id, {
		type: 'Deliver',
		method: 'MAIL',
		recipient: '王大河',
		proof: 'EMS 100',
	});
	expect(active.stage).toBe('ACTIVE');
	expect(await opened(active)).toEqual([
		'RECEIPT',
		'ACCEPTANCE',
		'HEARING_ANNOUNCEMENT',
		'HEARING',
		'GRANT',
		'PROOF_OF_DELIVERY',
	]);
	licensed = id;
});

let licensed = '';

it('the life of a licence: change, renewal, revocation, cancellation', async () => {
	const { law } = await house.ask<CaseView>('clerk', 'GET', `/api/cases/${licensed}`);
	expect(law.licence?.validTo).toBe('2028-03-12');
	await house.command('huanghe', licensed, { type: 'RequestChange', what: '法定代表人变更为王大明' });
	await house.command('approver', licensed, { type: 'GrantChange' });
	await house.command('huanghe', licensed, { type: 'RequestChange', what: '场所面积变更' });
	await house.command('approver', licensed, {
		type: 'RefuseChange',
		reasons: '超出核定范围',
		basis: '条例第九条',
	});
	await house.command('huanghe', licensed, { type: 'RequestRenewal' });
	await house.command('approver', licensed, {
		type: 'RefuseRenewal',
		reasons: '尚有整改事项',
		basis: '条例第十四条',
	});
	await house.command('head', licensed, {
		type: 'Revoke',
		ground: 'FRAUD',
		reasons: '提交虚假材料',
		publicHarm: false,
	});
	const ended = await house.command('clerk', licensed, { type: 'Cancel', ground: 'LICENCE_TAKEN_BACK' });
	expect(ended.stage).toBe('CANCELLED');
	expect((await opened(ended)).slice(-6)).toEqual([
		'PROOF_OF_DELIVERY',
		'CHANGE',
		'CHANGE',
		'RENEWAL',
		'REVOCATION',
		'CANCELLATION',
	]);
});

it('everything that stops, extends or conditions a case', async () => {
	on('2026-03-02');
	const road = await beginSample('road-excavation', [], {
		emergency: false,
		roadAge: 'OLDER',
		crossing: false,
		gas: 'NO',
	});
	await house.command('clerk', road, { type: 'Accept', procedure: 'THREE_STEP' });
	await house.command('reviewer2', road, {
		type: 'StartSpecialProcedure',
		kind: 'EXPERT_REVIEW',
		neededDays: 8,
		reason: '邻近管线',
	});
	await house.command('head', road, { type: 'Extend', reason: '需与三家权属单位核对' });
	await house.command('reviewer2', road, {
		type: 'EndSpecialProcedure',
		kind: 'EXPERT_REVIEW',
		result: '通过',
	});
	await house.command('reviewer2', road, { type: 'InformHearingRight', parties: ['3 号楼业主'] });
	const waiting = await house.ask<CaseView>('clerk', 'GET', `/api/cases/${road}`);
	expect(await opened(waiting)).toEqual([
		'RECEIPT',
		'ACCEPTANCE',
		'SPECIAL_PROCEDURE',
		'EXTENSION',
		'HEARING_RIGHT',
	]);

	const hygiene = await beginSample('public-place-hygiene', ['hygiene-test', 'staff-health'], {
		eating: false,
		category: 'HAIR_BEAUTY',
		ventilation: 'NATURAL',
		water: 'MAINS',
		byAgent: false,
	});
	const tolerated = [{ material: 'staff-health', due: plainDate('2026-03-10') }];
	const accepted = await house.command('clerk', hygiene, {
		type: 'Accept',
		procedure: 'THREE_STEP',
		tolerated,
		promiseSigned: true,
		commitmentSigned: true,
	});
	expect(await opened(accepted)).toEqual(['RECEIPT', 'ACCEPTANCE', 'TOLERANCE_PROMISE', 'COMMITMENT']);

	const shop = await beginSample('publication-retail', ['business-plan']);
	const items = [{ code: 'business-plan', fault: '未提交', remedy: '请提交' }];
	const noticed = await house.command('clerk', shop, await house.judging(shop, items));
	expect(await opened(noticed)).toContain('SUPPLEMENT');

	const foreign = await beginSample('publication-retail');
	const away = { type: 'DeclareOutOfScope', reason: '属市级权限', rightOrgan: '济南市新闻出版局' } as const;
	expect(await opened(await house.command('clerk', foreign, away))).toContain('NON_ACCEPTANCE');

	const refused = await beginSample('publication-retail');
	await house.command('clerk', refused, { type: 'Accept', procedure: 'THREE_STEP' });
	await house.command('reviewer2', refused, { type: 'Review', opinion: 'REFUSE', text: '无固定场所' });
	const no = { type: 'Refuse', reasons: '没有固定的经营场所', basis: '条例第三十五条' } as const;
	expect(await opened(await house.command('approver', refused, no))).toContain('REFUSAL');
});

it('every kind of legal document has been made from a real case', () => {
	expect([...seen].sort()).toEqual([...NOTICES].sort());
});
