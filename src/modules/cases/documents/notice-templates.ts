import { join, resolve } from 'node:path';
import { NOTICE_DUTIES, NOTICES, type Notice } from '../../../law/index.ts';
import {
	type Definition,
	DefinitionError,
	definitionMessages,
	type Fault,
	type FaultMessages,
	loadDefinitions,
} from '../../../platform/definitions/index.ts';
import en from './locales/en.json' with { type: 'json' };
import { type Block, LetterPart, NoticeTemplate } from './notice.schema.ts';

export interface NoticeTemplates {
	letter: LetterPart;
	get(notice: Notice): NoticeTemplate;
}

/** Values that every letter has without being asked for. */
const GIVEN = [
	'bureauName',
	'government',
	'hotline',
	'address',
	'caseNumber',
	'itemName',
	'applicant',
	'number',
	'issuedOn',
] as const;

/** Where the templates of the legal documents are kept. */
export const NOTICES_FOLDER = resolve(import.meta.dirname, '../../../../data/notices');

const messages: FaultMessages = { ...definitionMessages('en'), ...en.definitions };

/**
 * Reads the templates of all legal documents.
 * @throws DefinitionError naming every fault: a placeholder that is not declared, or declared and never shown;
 * a content that the law demands and the letter lacks; a document without template.
 */
export function loadNoticeTemplates(folder = NOTICES_FOLDER): NoticeTemplates {
	const shared = loadDefinitions(join(folder, '_parts'), LetterPart);
	const files = loadDefinitions(folder, NoticeTemplate);
	const templates = new Map(files.definitions.map(({ value }) => [value.notice, value]));
	const letter = shared.definitions[0]?.value;
	const faults = [...shared.faults, ...files.faults, ...files.definitions.flatMap(templateFaults)];
	if (files.faults.length === 0) faults.push(...missing(folder, templates));
	if (faults.length > 0 || !letter) throw new DefinitionError(faults, messages);
	return {
		letter,
		get(notice) {
			const template = templates.get(notice);
			if (!template) throw new Error(`no template for ${notice}`);
			return template;
		},
	};
}

function missing(folder: string, templates: ReadonlyMap<Notice, NoticeTemplate>): Fault[] {
	return NOTICES.filter((notice) => !templates.has(notice)).map((notice) => ({
		file: folder,
		line: 1,
		column: 1,
		path: '',
		code: 'NO_TEMPLATE',
		params: { notice },
	}));
}

/** Names in `{{…}}` of a text. */
function namesIn(text: string): string[] {
	return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');
}

/** A block of a letter; a bare text is one without conditions. */
export function asBlock(block: string | Block): Block {
	return typeof block === 'string' ? { text: block } : block;
}

function templateFaults({ value, fault }: Definition<NoticeTemplate>): Fault[] {
	const declared = new Set([...GIVEN, ...value.placeholders.map(({ name }) => name)]);
	const tables = new Set((value.tables ?? []).map(({ name }) => name));
	const fields = new Map((value.fields ?? []).map(({ name, rows }) => [name, rows]));
	const faults: Fault[] = [];
	const shown = new Set<string>(namesIn(`${value.title['zh-CN']}${value.addressee ?? ''}`));
	const check = (text: string, path: (string | number)[]) => {
		for (const name of namesIn(text)) {
			if (!declared.has(name)) faults.push(fault(path, 'PLACEHOLDER_UNKNOWN', { name }));
		}
	};
	check(value.title['zh-CN'], ['title', 'zh-CN']);
	check(value.addressee ?? '', ['addressee']);
	for (const [index, text] of value.aid.entries()) check(text, ['aid', index]);
	for (const [index, each] of value.body.entries()) {
		const block = asBlock(each);
		const path = ['body', index];
		const texts = [block.text ?? '', ...(fields.get(block.fields ?? '') ?? []).flat()];
		for (const text of texts) {
			check(text, path);
			for (const name of namesIn(text)) shown.add(name);
		}
		for (const name of [block.when, block.unless]) {
			if (name !== undefined && !declared.has(name))
				faults.push(fault(path, 'PLACEHOLDER_UNKNOWN', { name }));
			if (name !== undefined) shown.add(name);
		}
		if (block.table !== undefined) {
			if (!tables.has(block.table)) faults.push(fault(path, 'TABLE_UNKNOWN', { name: block.table }));
			shown.add(block.table);
		}
		if (block.fields !== undefined && !fields.has(block.fields)) {
			faults.push(fault(path, 'TABLE_UNKNOWN', { name: block.fields }));
		}
	}
	for (const [index, { name }] of value.placeholders.entries()) {
		if (!shown.has(name)) faults.push(fault(['placeholders', index, 'name'], 'PLACEHOLDER_UNUSED', { name }));
	}
	const duty = NOTICE_DUTIES[value.notice];
	for (const name of duty.contents) {
		if (!shown.has(name)) faults.push(fault(['body'], 'CONTENT_MISSING', { name, article: duty.article }));
	}
	return faults;
}
