import { resolve } from 'node:path';
import { parsePlainDate } from '../../law/index.ts';
import {
	type Definition,
	DefinitionError,
	definitionMessages,
	type Fault,
	type FaultMessages,
	loadDefinitions,
} from '../../platform/definitions/index.ts';
import { readCitizenId } from '../../platform/identity/index.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import { ApplicantsFile, type DemoApplicant, OrganisationFile } from './organisation.schema.ts';

/** Where the district's organisation is kept; the demo's applicants lie in `demo/` below it. */
export const ORGANISATION_FOLDER = resolve(import.meta.dirname, '../../../data/organisation');

/** Words for the faults of organisation files. */
export function organisationMessages(language: 'zh-CN' | 'en'): FaultMessages {
	return { ...definitionMessages(language), ...(language === 'en' ? en.definition : zh.definition) };
}

/**
 * Reads the organisation of a district.
 * @throws DefinitionError with every fault of every file (file:line:column); Error when no file is about the district
 */
export function loadOrganisation(jurisdiction: string, folder = ORGANISATION_FOLDER): OrganisationFile {
	const { definitions, faults } = loadDefinitions(folder, OrganisationFile);
	const all = [...faults, ...definitions.flatMap(contradictions)];
	if (all.length > 0) throw new DefinitionError(all, organisationMessages('en'));
	const found = definitions.find(({ value }) => value.jurisdiction === jurisdiction);
	if (found) return found.value;
	const known = definitions.map(({ value }) => value.jurisdiction).join(', ');
	throw new Error(`${folder} has no organisation for ${jurisdiction}; it has ${known || 'none at all'}`);
}

/** Reads the applicants of the demo. @throws DefinitionError */
export function loadDemoApplicants(folder = resolve(ORGANISATION_FOLDER, 'demo')): DemoApplicant[] {
	const { definitions, faults } = loadDefinitions(folder, ApplicantsFile);
	const all = [...faults, ...definitions.flatMap(applicantFaults)];
	if (all.length > 0) throw new DefinitionError(all, organisationMessages('en'));
	return definitions.flatMap(({ value }) => value.applicants);
}

/** What the schema cannot say: names that lead nowhere, doubles, spans that end before they begin. */
function contradictions(definition: Definition<OrganisationFile>): Fault[] {
	const { departments, windows, posts, people } = definition.value;
	const departmentCodes = new Set(departments.map(({ code }) => code));
	const faults = [
		...doubles(definition, 'departments', departments, 'code'),
		...doubles(definition, 'windows', windows, 'code'),
		...doubles(definition, 'posts', posts, 'code'),
		...doubles(definition, 'people', people, 'id'),
		...doubles(definition, 'people', people, 'username'),
	];
	for (const [list, entries] of [['windows', windows] as const, ['posts', posts] as const]) {
		for (const [index, { department }] of entries.entries()) {
			if (departmentCodes.has(department)) continue;
			faults.push(definition.fault([list, index, 'department'], 'NO_DEPARTMENT', { name: department }));
		}
	}
	return [...faults, ...people.flatMap((_, index) => assignmentFaults(definition, index))];
}

function assignmentFaults(definition: Definition<OrganisationFile>, person: number): Fault[] {
	const { windows, posts, people } = definition.value;
	return (people[person]?.assignments ?? []).flatMap((assignment, index) => {
		const fault = (key: string, code: string, params: Fault['params'] = {}) =>
			definition.fault(['people', person, 'assignments', index, key], code, params);
		const { post, window, from, to, soleItems } = assignment;
		const role = posts.find(({ code }) => code === post)?.role;
		const found: Fault[] = [];
		if (!role) found.push(fault('post', 'NO_POST', { name: post }));
		if (window && !windows.some(({ code }) => code === window)) {
			found.push(fault('window', 'NO_WINDOW', { name: window }));
		}
		if (!parsePlainDate(from)) found.push(fault('from', 'NO_SUCH_DAY', { name: from }));
		if (to && !parsePlainDate(to)) found.push(fault('to', 'NO_SUCH_DAY', { name: to }));
		if (to && to < from) found.push(fault('to', 'ENDS_BEFORE_START', { from, to }));
		if (role === 'SOLE_APPROVER' && !soleItems?.length) found.push(fault('post', 'NO_SOLE_ITEMS'));
		if (role && role !== 'SOLE_APPROVER' && soleItems) found.push(fault('soleItems', 'SOLE_ITEMS_OF_OTHER'));
		return found;
	});
}

function doubles<K extends string>(
	definition: Definition<OrganisationFile>,
	list: string,
	entries: readonly Record<K, string>[],
	key: K,
): Fault[] {
	const seen = new Set<string>();
	return entries.flatMap((entry, index) => {
		const name = entry[key];
		if (seen.has(name)) return [definition.fault([list, index, key], 'DOUBLE', { name })];
		seen.add(name);
		return [];
	});
}

function applicantFaults(definition: Definition<{ applicants: DemoApplicant[] }>): Fault[] {
	return definition.value.applicants.flatMap(({ kind, person, company }, index) => {
		const faults: Fault[] = [];
		if (!readCitizenId(person.idNumber).ok) {
			const path = ['applicants', index, 'person', 'idNumber'];
			faults.push(definition.fault(path, 'WRONG_ID_NUMBER', { name: person.idNumber }));
		}
		if (kind === 'COMPANY' && !company) {
			faults.push(definition.fault(['applicants', index], 'NO_COMPANY', {}));
		}
		return faults;
	});
}
