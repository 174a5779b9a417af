import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { DefinitionError, describeFault } from '../../platform/definitions/index.ts';
import {
	loadDemoApplicants,
	loadOrganisation,
	ORGANISATION_FOLDER,
	organisationMessages,
} from './organisation.load.ts';

const folder = mkdtempSync(join(tmpdir(), 'onevisit-organisation-'));
afterAll(() => rmSync(folder, { recursive: true }));
const original = readFileSync(join(ORGANISATION_FOLDER, 'jiyang.yaml'), 'utf8');

/** The faults of the district's file with one thing changed. */
function faultsOf(from: string | RegExp, to: string): string[] {
	const changed = original.replace(from, to);
	expect(changed).not.toBe(original);
	writeFileSync(join(folder, 'jiyang.yaml'), changed);
	try {
		loadOrganisation('370115', folder);
		return [];
	} catch (error) {
		if (error instanceof DefinitionError) return error.message.split('\n');
		throw error;
	}
}

/** Line and column, from 1, of a text in the changed file. */
function placeOf(text: string): string {
	const content = readFileSync(join(folder, 'jiyang.yaml'), 'utf8');
	const before = content.slice(0, content.indexOf(text)).split('\n');
	return `jiyang.yaml:${before.length}:${(before.at(-1) ?? '').length + 1} `;
}

describe('the organisation of Jiyang', () => {
	const organisation = loadOrganisation('370115');

	test('has the departments of the report and three reviewers', () => {
		const names = organisation.departments.map(({ name }) => name['zh-CN']);
		expect(names).toEqual(expect.arrayContaining(['局机关', '政务服务大厅', '审批后台']));
		expect(organisation.people.filter(({ id }) => id.startsWith('reviewer-'))).toHaveLength(3);
	});

	test('lists for the sole approver only items that the catalogue opens to one', () => {
		const catalog = resolve(ORGANISATION_FOLDER, '../catalog');
		const open = readdirSync(catalog)
			.filter((file) => file.endsWith('.yaml'))
			.map((file) => readFileSync(join(catalog, file), 'utf8'))
			.filter((text) => /^\s+soleApproval: true$/m.test(text))
			.map((text) => /^code: (\S+)$/m.exec(text)?.[1]);
		const listed = organisation.people.flatMap(({ assignments }) =>
			assignments.flatMap(({ soleItems }) => soleItems ?? []),
		);
		expect(listed.length).toBeGreaterThan(0);
		expect(listed.filter((code) => !open.includes(code))).toEqual([]);
	});

	test('is refused for a district that has no file', () => {
		expect(() => loadOrganisation('370105')).toThrow(/no organisation for 370105; it has 370115/);
	});

	test('comes with applicants whose numbers are right', () => {
		expect(loadDemoApplicants().map(({ name }) => name)).toEqual(['王小明', '济南黄河餐饮有限公司']);
	});
});

describe('a fault names file, line and column', () => {
	test.each([
		[
			'an unknown key',
			'    username: clerk',
			'    user: clerk',
			'user: clerk',
			/username.*missing|user.*not known/,
		],
		[
			'a post that is not there',
			'post: WINDOW_CLERK, window: W01',
			'post: NONE, window: W01',
			'NONE, window',
			/no post “NONE” → use/,
		],
		['a window that is not there', 'window: W01, from', 'window: W99, from', 'W99, from', /no window “W99”/],
		[
			'a department that is not there',
			'code: W03, department: HALL',
			'code: W03, department: ROOF',
			'ROOF, name',
			/no department “ROOF”/,
		],
		['a day that is not', 'from: 2020-07-01', 'from: 2020-02-30', '2020-02-30', /no day of the calendar/],
		['an end before the start', 'to: 2020-12-31', 'to: 2018-12-31', '2018-12-31', /ends on 2018-12-31/],
		['two of one name', 'username: reviewer2', 'username: reviewer1', '', /“reviewer1” stands here twice/],
		['an unknown role', 'role: CLERK', 'role: KING', 'KING', /“KING” is not one/],
		[
			'a sole approver without items',
			/\n\s+soleItems: .*/,
			'',
			'SOLE_APPROVER\n        window',
			/without a list/,
		],
		['broken YAML', 'people:', 'people: [', '', /cannot be read/],
	])('%s', (_, from, to, place, message) => {
		const lines = faultsOf(from, to);
		expect(lines.join('\n')).toMatch(message);
		if (place) expect(lines.some((line) => line.includes(placeOf(place)))).toBe(true);
		for (const line of lines) expect(line).toMatch(/jiyang\.yaml:\d+:\d+ .*→/);
	});

	test('in Chinese too', () => {
		const fault = { file: 'a.yaml', line: 1, column: 1, path: 'x', code: 'NO_POST', params: { name: 'X' } };
		expect(describeFault(fault, organisationMessages('zh-CN')).problem).toBe('没有代码为“X”的岗位');
	});
});
