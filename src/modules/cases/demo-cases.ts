import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import Type, { type Static } from 'typebox';
import type { PlainDate } from '../../law/index.ts';
import { manualClock } from '../../platform/clock.ts';
import { DefinitionError, definitionMessages, readDefinition } from '../../platform/definitions/index.ts';
import type { Principal } from '../../platform/http/principal.ts';
import { Page } from '../../platform/pdf/index.ts';
import {
	Answers,
	answerFaults,
	type Item,
	sampleAnswers,
	sampleForm,
	textIn,
	toItemRules,
	validateForm,
} from '../catalog/index.ts';
import { type CaseDesk, giveCommand, instantOf, settleCases } from './case-commands.ts';
import { type CaseRecord, EMPTY_RECORD } from './case-record.ts';
import type { FileMeta } from './cases.schema.ts';
import { nextCaseNumber } from './cases.store.ts';
import type { CaseCommand } from './command.schema.ts';
import { codesToJudge, toLaw } from './judgement.ts';
import { materialsInHand } from './precheck.ts';
import { keepPaper } from './upload.ts';

const FILE = resolve(import.meta.dirname, '../../../data/demo/cases.yaml');
const strict = { additionalProperties: false } as const;
const FreeObject = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true });

const DemoCase = Type.Object(
	{
		item: Type.String(),
		/** User name of an applicant who applies on line; without it, somebody at the window. */
		account: Type.Optional(Type.String()),
		/** What the applicant answers before the form; a plausible situation without it. */
		answers: Type.Optional(Answers),
		applicant: FreeObject,
		/** Groups of the form whose samples are replaced. */
		form: Type.Optional(
			Type.Unsafe<Record<string, object>>({ type: 'object', additionalProperties: { type: 'object' } }),
		),
		workdaysAgo: Type.Integer({ minimum: 0, maximum: 60 }),
		/** Materials that are not handed in. */
		without: Type.Optional(Type.Array(Type.String())),
		steps: Type.Array(
			Type.Object({ after: Type.Integer({ minimum: 0 }), by: Type.String(), command: FreeObject }, strict),
		),
	},
	strict,
);
type DemoCase = Static<typeof DemoCase>;
const DemoFile = Type.Object({ cases: Type.Array(DemoCase) }, strict);

/** The demo's people by user name. */
export type DemoPeople = ReadonlyMap<string, Principal>;

/** @throws DefinitionError naming every fault with line and column */
function loadDemoCases(file = FILE): DemoCase[] {
	const { definitions, faults } = readDefinition(file, readFileSync(file, 'utf8'), DemoFile);
	const [definition] = definitions;
	if (faults.length > 0 || !definition) throw new DefinitionError(faults, definitionMessages('en'));
	return definition.value.cases;
}

/**
 * Fills an empty demo with cases, by the same commands that people give, each on its day. Does nothing when there is
 * a case already. Answers how many were made.
 */
export async function seedDemoCases(desk: CaseDesk, people: DemoPeople): Promise<number> {
	const { rows } = await sql`select 1 from cases limit 1`.execute(desk.platform.db.kysely);
	if (rows.length > 0) return 0;
	const cases = loadDemoCases();
	for (const demo of [...cases].sort((a, b) => b.workdaysAgo - a.workdaysAgo))
		await playCase(desk, people, demo);
	await settleCases(desk);
	return cases.length;
}

async function playCase(desk: CaseDesk, people: DemoPeople, demo: DemoCase): Promise<void> {
	const { calendar } = desk.reckoning;
	const start = calendar.add(instantOf(desk).today, -Math.max(1, demo.workdaysAgo));
	const clock = manualClock(`${start}T09:30:00+08:00`);
	const past: CaseDesk = { ...desk, platform: { ...desk.platform, clock } };
	const id = randomUUID();
	const day = (after: number): PlainDate => calendar.add(start, after);
	let record = await handIn(past, people, demo, id);
	for (const { after, by, command } of demo.steps) {
		clock.set(`${day(after)}T10:00:00+08:00`);
		clock.advance(record.law.version * 60_000);
		const asked = judgedWhole(past, record, readCommand(command, people, day));
		const content = asked.type === 'RequestSupplement' ? { judgement: asked.judgement } : undefined;
		const given = { command: toLaw(asked), principal: personOf(people, by), language: 'zh-CN' } as const;
		record = await giveCommand(past, id, record, { ...given, ...(content && { content }) });
	}
}

async function handIn(desk: CaseDesk, people: DemoPeople, demo: DemoCase, id: string): Promise<CaseRecord> {
	const whole = desk.catalog.get(demo.item);
	const answers = demo.answers ?? sampleAnswers(whole);
	const item = desk.catalog.applied(whole.code, whole.version, answers);
	const { platform } = desk;
	const principal = personOf(people, demo.account ?? 'clerk');
	const form = demoForm(item, demo, answers);
	const name = String(demo.applicant['name']);
	const files = await makePapers(desk, item, principal, id, demo.without ?? []);
	return giveCommand(desk, id, EMPTY_RECORD, {
		command: {
			type: 'Submit',
			materials: materialsInHand(item, files),
			channel: demo.account ? 'ONLINE' : 'WINDOW',
		},
		principal,
		language: 'zh-CN',
		rules: toItemRules(item),
		content: {
			number: await nextCaseNumber(
				platform.db,
				platform.config.jurisdiction,
				instantOf(desk).today.slice(0, 4),
			),
			itemCode: item.code,
			itemVersion: item.version,
			applicant: demo.account ? principal.id : null,
			applicantName: name,
			onBehalfOf: null,
			answers,
			form,
			files,
		},
	});
}

const specimens = new Map<string, Buffer>();

/** A page that says which paper it stands for; the same paper is drawn once. */
async function specimen(title: string, note: string): Promise<Buffer> {
	const drawn = specimens.get(title);
	if (drawn) return drawn;
	const page = new Page({ title, author: 'OneVisit', subject: title, date: '2026-01-01' });
	page.text(title, { size: 20, align: 'center' });
	page.text(note, { size: 12, align: 'center' });
	const bytes = await page.finish(() => undefined);
	specimens.set(title, bytes);
	return bytes;
}

/** A form from samples, with what the file says put in. @throws Error that names every fault */
function demoForm(item: Item, { applicant, form = {} }: DemoCase, answers: Answers): Record<string, unknown> {
	const filled = sampleForm(item);
	// Of the sample applicant only the address fits everybody: the others belong to one kind of applicant.
	const { address } = filled['applicant'] as { address?: string };
	filled['applicant'] = { address, ...applicant };
	for (const [name, group] of Object.entries(form)) {
		filled[name] = { ...(filled[name] as object | undefined), ...group };
	}
	const faults = [
		...answerFaults(item, answers).map(({ question, code }) => `${question} ${code}`),
		...validateForm(item, filled).flatMap(({ path, code, severity }) =>
			severity === 'error' ? `${path} ${code}` : [],
		),
	];
	if (faults.length === 0) return filled;
	const named = faults.join(', ');
	throw new Error(`data/demo/cases.yaml, ${item.code}: ${named}`);
}

/** A page for each paper that says what it stands for. */
async function makePapers(
	desk: CaseDesk,
	item: Item,
	principal: Principal,
	id: string,
	without: string[],
): Promise<FileMeta[]> {
	const note = desk.platform.locales.t('zh-CN', 'cases.demo.specimen');
	const papers: FileMeta[] = [];
	for (const material of item.materials) {
		if (material.shared || without.includes(material.code) || material.necessity === 'OPTIONAL') continue;
		const title = textIn(material.name, 'zh-CN');
		const content = Readable.from([await specimen(title, note)]);
		const file = { name: `${title}.pdf`, content, uploadedBy: principal.id };
		papers.push(await keepPaper(desk, id, material.code, file));
	}
	return papers;
}

function personOf(people: DemoPeople, username: string): Principal {
	const principal = people.get(username);
	if (!principal) throw new Error(`data/demo/cases.yaml names ${username}, who is not in the demo`);
	return principal;
}

/** Of a supplement notice the file writes only what is faulty: everything else was found in order. */
function judgedWhole({ catalog }: CaseDesk, { content }: CaseRecord, command: CaseCommand): CaseCommand {
	if (command.type !== 'RequestSupplement') return command;
	const { itemCode, itemVersion, answers } = content;
	const codes = codesToJudge(catalog.applied(itemCode, itemVersion, answers), content);
	const right = codes.filter((code) => command.judgement.every((each) => each.code !== code));
	return {
		...command,
		judgement: [...command.judgement, ...right.map((code) => ({ code, verdict: 'RIGHT' as const }))],
	};
}

/** Fields of a command that hold a date, and those that hold colleagues. */
const DATES = ['due', 'date', 'validTo', 'rectifyBy'];
const COLLEAGUES = ['staff', 'chair'];

/** A command as the file writes it, with its `+8` dates and user names put in. */
function readCommand(
	written: Record<string, unknown>,
	people: DemoPeople,
	day: (after: number) => PlainDate,
): CaseCommand {
	const read = (value: unknown, field: string): unknown => {
		if (Array.isArray(value)) return value.map((each) => read(each, field));
		if (typeof value === 'object' && value !== null) {
			return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, read(each, name)]));
		}
		if (typeof value !== 'string') return value;
		if (DATES.includes(field) && value.startsWith('+')) return day(Number(value));
		return COLLEAGUES.includes(field) ? personOf(people, value).id : value;
	};
	return read(written, '') as CaseCommand;
}
