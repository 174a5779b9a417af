import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../platform/http/problem.ts';
import {
	CATALOG_FOLDER,
	catalogMessages,
	loadCatalog,
	openCatalog,
	sampleForm,
	toItemRules,
	validateForm,
} from './index.ts';

const catalog = openCatalog(CATALOG_FOLDER);
const codes = catalog.all().map(({ code }) => code);

/** A copy of the catalogue with one file changed; gives the faults that follow. */
function faultsAfter(file: string, change: (text: string) => string) {
	const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
	cpSync(CATALOG_FOLDER, folder, { recursive: true });
	const before = readFileSync(join(folder, file), 'utf8');
	const after = change(before);
	expect(after, 'the fixture changes something').not.toBe(before);
	writeFileSync(join(folder, file), after);
	const { faults } = loadCatalog(folder);
	return faults.map((fault) => {
		const line = after.split('\n')[fault.line - 1] ?? '';
		return { code: fault.code, path: fault.path, at: line.slice(fault.column - 1) };
	});
}

interface Group {
	type: string;
	required: string[];
	properties: Record<string, Group>;
}

describe('the catalogue of the district', () => {
	it('holds the items that the issue names', () => {
		expect(codes.length).toBeGreaterThanOrEqual(14);
		for (const code of [
			'food-business',
			'public-place-hygiene',
			'road-excavation',
			'outdoor-advertising',
			'entertainment-venue',
			'publication-retail',
		]) {
			expect(codes).toContain(code);
		}
		expect(catalog.get('entertainment-venue').rules.hearing).toBe('MANDATORY');
	});

	it.each(codes)(
		'%s: a form made from its schema passes the check, an empty one is told everything',
		(code) => {
			const item = catalog.get(code);
			expect(validateForm(item, sampleForm(item))).toEqual([]);
			const { required, properties } = item.form.schema as unknown as Group;
			// A group that nobody has begun is told field by field.
			const asked = required.flatMap((name) =>
				properties[name]?.type === 'object'
					? properties[name].required.map((inner) => `/${name}/${inner}`)
					: [`/${name}`],
			);
			expect(new Set(validateForm(item, {}).map(({ path }) => path))).toEqual(new Set(asked));
		},
	);

	it.each(codes)('%s: gives the law its rules', (code) => {
		const item = catalog.get(code);
		const rules = toItemRules(item);
		expect(rules.materials).toHaveLength(item.materials.length);
		expect(rules).toMatchObject({ code, version: item.version, promiseDays: item.rules.promiseDays });
	});

	it('finds an older version by number, and says no with the nearest items', () => {
		expect(catalog.find('food-business', 1)?.version).toBe(1);
		expect(catalog.find('food-business', 9)).toBeUndefined();
		try {
			catalog.get('food-busines');
			expect.unreachable();
		} catch (error) {
			expect(error).toBeInstanceOf(Problem);
			expect((error as Problem).code).toBe('ITEM_NOT_FOUND');
			expect((error as Problem).signposts.map(({ href }) => href)).toContain('/items/food-business');
		}
	});

	it('has the same messages in both languages', () => {
		expect(Object.keys(catalogMessages('en'))).toEqual(Object.keys(catalogMessages('zh-CN')));
	});
});

describe('search', () => {
	const aliases = catalog
		.all()
		.flatMap((item) =>
			[...item.aliases['zh-CN'], ...item.aliases.en].map((alias) => [alias, item.code] as const),
		);
	it.each(aliases)('“%s” finds %s among the first three', (alias, code) => {
		expect(catalog.search(alias, 3).map((item) => item.code)).toContain(code);
	});

	it.each([
		['我要开饭店', 'food-business'],
		['想开个饭店怎么办理', 'food-business'],
		['open a restaurant', 'food-business'],
		['I want to open a restaurnt', 'food-business'],
		['挖马路', 'road-excavation'],
		['billboards', 'outdoor-advertising'],
		['食品经营许可证', 'food-business'],
	])('“%s” finds %s first', (query, code) => {
		expect(catalog.search(query, 1)[0]?.code).toBe(code);
	});

	it('gives everything for nothing, and nothing for nonsense', () => {
		expect(catalog.search('')).toHaveLength(codes.length);
		expect(catalog.search('zzqqxx')).toEqual([]);
	});
});

/** What is changed in the food licence, and the fault that must be found: code, path, and the text at its position. */
const CHANGES = [
	[
		'a promise above the statutory limit',
		'promiseDays: 5',
		'promiseDays: 11',
		'PROMISE_ABOVE_LIMIT',
		'rules.promiseDays',
		'11',
	],
	[
		'an Art. 42 limit that is not 20',
		'basis: SPECIAL_LAW',
		'basis: ART42_1',
		'NOT_ART42',
		'rules.limit',
		'basis: ART42_1',
	],
	[
		'a renewal without validity',
		'validityMonths: 60',
		'validityMonths: null',
		'RENEWAL_WITHOUT_VALIDITY',
		'rules.renewal',
		'{ latestDays',
	],
	[
		'on the spot with a promise over a day',
		'onTheSpot: false',
		'onTheSpot: true',
		'ON_THE_SPOT_PROMISE',
		'rules.promiseDays',
		'5',
	],
	[
		'on the spot with a site visit',
		'onTheSpot: false',
		'onTheSpot: true',
		'ON_THE_SPOT_SLOW',
		'rules.siteVisit',
		'true',
	],
	[
		'tolerance on the spot',
		'onTheSpot: false',
		'onTheSpot: true',
		'ON_THE_SPOT_TOLERANCE',
		'materials[3].necessity',
		'TOLERABLE',
	],
	[
		'a special procedure without basis',
		'specialProcedures: []',
		"specialProcedures: [{ kind: TESTING, basis: '' }]",
		'SPECIAL_WITHOUT_BASIS',
		'rules.specialProcedures[0].basis',
		"''",
	],
	[
		'a fee without basis',
		'fees: []',
		'fees: [{ name: { zh-CN: 费, en: Fee }, standard: { zh-CN: 一, en: One } }]',
		'FEE_WITHOUT_BASIS',
		'fees[0]',
		'{ name',
	],
	[
		'a commitment on safety',
		'commitment: false',
		'commitment: true',
		'COMMITMENT_ON_SAFETY',
		'rules.commitment',
		'true',
	],
	[
		'a commitment that replaces nothing',
		'commitment: false',
		'commitment: true',
		'COMMITMENT_WITHOUT_MATERIAL',
		'rules.commitment',
		'true',
	],
	[
		'a promise in place of a paper without leave',
		'necessity: REQUIRED',
		'necessity: BY_PROMISE',
		'PROMISE_NOT_ALLOWED',
		'materials[2].necessity',
		'BY_PROMISE',
	],
	[
		'a promise without its text',
		'necessity: REQUIRED',
		'necessity: BY_PROMISE',
		'PROMISE_WITHOUT_TEXT',
		'materials[2].commitment',
		'',
	],
	[
		'a material code twice',
		'- use: identity-card',
		'- use: business-licence',
		'MATERIAL_TWICE',
		'materials[1].code',
		'',
	],
	[
		'tolerance without days',
		'    toleranceDays: 5\n',
		'',
		'TOLERANCE_WITHOUT_DAYS',
		'materials[3].toleranceDays',
		'',
	],
	[
		'days without tolerance',
		'necessity: TOLERABLE',
		'necessity: REQUIRED',
		'DAYS_WITHOUT_TOLERANCE',
		'materials[3].toleranceDays',
		'5',
	],
	[
		'no visit, yet nothing online',
		'handle_type: ["1", "2", "3"]',
		'handle_type: ["1"]',
		'NO_VISIT_WITHOUT_WEB',
		'standard.limit_scene_num',
		'0',
	],
	[
		'a statute that is not there',
		'statute: food-safety-law,',
		'statute: food-law,',
		'NO_STATUTE',
		'legalBasis[0].statute',
		'food-law',
	],
	[
		'a window that is not there',
		'window: main-hall',
		'window: back-door',
		'NO_WINDOW',
		'window',
		'back-door',
	],
	[
		'a shared material that is not there',
		'use: identity-card',
		'use: identity',
		'NO_MATERIAL',
		'materials[1].use',
		'identity',
	],
	[
		'a form part that is not there',
		'parts: [applicant, premises]',
		'parts: [applicant, place]',
		'NO_FORM_PART',
		'form.parts[1]',
		'place]',
	],
	['a file under another name', 'code: food-business', 'code: food', 'FILE_NAME', 'code', 'food'],
	[
		'a place to confirm that is not there',
		'field: rules.renewal',
		'field: rules.renwal',
		'CONFIRM_NOWHERE',
		'confirm[1].field',
		'rules.renwal',
	],
	[
		'English in Chinese',
		'en: "Food business licence"',
		'en: "食品 licence"',
		'UNTRANSLATED',
		'name.en',
		'"食品',
	],
	[
		'a field without English',
		'title: { zh-CN: 从业人员数, en: "Number of staff" }',
		'title: 从业人员数',
		'FIELD_WITHOUT_TITLE',
		'form.schema.properties.staff.title',
		'从业人员数',
	],
	[
		'a required field that is not there',
		'required: [business,',
		'required: [busines,',
		'REQUIRED_NOWHERE',
		'form.schema.required[0]',
		'busines',
	],
	[
		'a format that nobody checks',
		'format: person-name',
		'format: postcode',
		'FORMAT_UNKNOWN',
		'form.schema.properties.foodManager.format',
		'postcode',
	],
] as const;

describe('faults of the files', () => {
	it.each(CHANGES)('finds %s', (_, from, to, code, path, at) => {
		const faults = faultsAfter('food-business.yaml', (text) => text.replace(from, to));
		const found = faults.find((fault) => fault.code === code && fault.path === path);
		expect(found, JSON.stringify(faults)).toBeDefined();
		expect(found?.at.startsWith(at), found?.at).toBe(true);
	});

	it('finds a material from elsewhere without issuer', () => {
		const faults = faultsAfter('food-business.yaml', (text) => text.replace(/ +issuer: .*\n/, ''));
		expect(faults.map(({ code }) => code)).toEqual(['SOURCE_WITHOUT_ISSUER']);
	});

	it('finds one version defined twice', () => {
		const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
		cpSync(CATALOG_FOLDER, folder, { recursive: true });
		cpSync(join(folder, 'hotel.yaml'), join(folder, 'hotel@1.yaml'));
		expect(loadCatalog(folder).faults.map(({ code }) => code)).toEqual(['VERSION_TWICE']);
	});

	it('says where, what is wrong and what would be right', () => {
		const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
		cpSync(CATALOG_FOLDER, folder, { recursive: true });
		const file = join(folder, 'food-business.yaml');
		writeFileSync(file, readFileSync(file, 'utf8').replace('promiseDays: 5', 'promiseDays: 30'));
		expect(() => openCatalog(folder)).toThrow(
			/food-business\.yaml:\d+:16 rules\.promiseDays: the promise of 30 working days exceeds .* → promise no more/,
		);
	});
});
