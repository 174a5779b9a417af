import {
	type Actor,
	CalendarYearMissing,
	type CaseEvent,
	type CaseState,
	type Command,
	type Context,
	clocksOf,
	decide,
	EMPTY_CASE,
	evolve,
	type ItemRules,
	NOTICE_DUTIES,
	noticesFor,
	plainDateAt,
	type Reckoning,
	type Refusal,
	refuse,
	settle,
} from '../../src/law/index.ts';
import { openReckoning } from '../../src/modules/calendar/index.ts';
import {
	type Definition,
	definitionMessages,
	type Fault,
	formatFaults,
} from '../../src/platform/definitions/index.ts';
import { instantOf, type ReplayFile, readReplayFile, rulesOfInline } from './replay-file.ts';
import { type CliLanguage, fill, type Words, wordsOf } from './words.ts';

const SYSTEM: Actor = { id: 'system', roles: ['SYSTEM'] };

/** Prints what the law makes of a history as JSON; returns 0, or 2 when the file cannot be read as one. */
export async function replayFile(file: string, language: CliLanguage): Promise<number> {
	const words = wordsOf(language);
	try {
		const { definition, faults } = readReplayFile(file);
		if (!definition) return report(faults, language);
		const rules = await rulesOfItem(definition);
		if ('code' in rules && 'line' in rules) return report([rules], language);
		process.stdout.write(`${JSON.stringify(replay(definition.value, rules as ItemRules, words), null, 2)}\n`);
		return 0;
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === undefined || !['ENOENT', 'EISDIR', 'EACCES'].includes(code)) throw error;
		process.stderr.write(`${fill(words.cli.usage.NO_FILE, { file, code })}\n`);
		return 2;
	}
}

function report(faults: readonly Fault[], language: CliLanguage): number {
	const messages = { ...definitionMessages(language), ...wordsOf(language).cli.faults };
	process.stderr.write(`${formatFaults(faults, messages)}\n`);
	return 2;
}

/** The rules of the item, from the file or from the catalogue; or the fault when the catalogue has none. */
async function rulesOfItem({ value, fault }: Definition<ReplayFile>): Promise<ItemRules | Fault> {
	const { item } = value;
	if (typeof item !== 'string') return rulesOfInline(item);
	const { CATALOG_FOLDER, openCatalog, toItemRules } = await import('../../src/modules/catalog/index.ts');
	const catalog = openCatalog(CATALOG_FOLDER);
	const found = catalog.find(item);
	const allowed = catalog.all().map(({ code }) => code);
	return found
		? toItemRules(found)
		: fault(['item'], 'NO_ITEM', { found: item, allowed: allowed.join(', ') });
}

function replay(file: ReplayFile, rules: ItemRules, words: Words) {
	const { calendar, options } = openReckoning();
	const reckoning = { calendar, options: { ...options, ...file.options } } as Reckoning;
	let state: CaseState = EMPTY_CASE;
	const events: CaseEvent[] = [];
	const steps = file.history.map((step) => {
		const at = instantOf(step.at) ?? step.at;
		const command = step.command as Command;
		const context: Context = {
			...reckoning,
			at,
			actor: step.actor ?? SYSTEM,
			rules,
			bars: (file.bars ?? {}) as never,
		};
		const decision = decide(state, command, context);
		if (decision.ok) {
			state = decision.state;
			events.push(...decision.events);
		}
		return {
			at,
			actor: context.actor.id,
			command: command.type,
			ok: decision.ok,
			events: decision.ok ? decision.events.map(brief) : [],
			stage: state.stage,
			stageName: words.stages[state.stage],
			notices: decision.ok ? decision.events.flatMap((event) => noticesOf(event, words)) : [],
			refusal: decision.ok ? null : inWords(decision.refusal, words),
		};
	});
	const last = file.history.at(-1)?.at;
	const until = file.until ?? last;
	return {
		item: { code: rules.code, version: rules.version },
		steps,
		final: final(state, events, until, reckoning, words),
	};
}

/** Where the case stands in the end, with what time alone has brought by then. */
function final(
	before: CaseState,
	events: readonly CaseEvent[],
	until: string | undefined,
	reckoning: Reckoning,
	words: Words,
) {
	if (until === undefined) return null;
	const asOf = instantOf(until) ?? until;
	const today = plainDateAt(asOf);
	const { settled, refusal } = timePassed(before, today, reckoning);
	const state = settled.reduce(evolve, before);
	return {
		asOf,
		stage: state.stage,
		stageName: words.stages[state.stage],
		settled: settled.map(brief),
		state,
		clocks: clocksOf(state, today, reckoning).map((clock) => ({ ...clock, name: words.clocks[clock.id] })),
		notices: [...events, ...settled].flatMap((event) => noticesOf(event, words)),
		refusal: refusal ? inWords(refusal, words) : null,
	};
}

function timePassed(state: CaseState, today: ReturnType<typeof plainDateAt>, reckoning: Reckoning) {
	try {
		return { settled: settle(state, today, reckoning), refusal: null };
	} catch (error) {
		if (!(error instanceof CalendarYearMissing)) throw error;
		return { settled: [], refusal: refuse('CALENDAR_YEAR_MISSING', { year: error.year }) };
	}
}

/** An event without the rules of the item, which are the same throughout and stand in `final.state.rules`. */
function brief({ type, at, actor, data }: CaseEvent) {
	const { rules: _, ...shown } = data as Record<string, unknown>;
	return { type, at, actor, data: shown };
}

function noticesOf(event: CaseEvent, words: Words) {
	return noticesFor(event).map((notice) => ({
		notice,
		name: words.notices[notice],
		on: event.data.on,
		event: event.type,
		article: NOTICE_DUTIES[notice].article,
		articleText: articleText(NOTICE_DUTIES[notice].article, words),
		contents: NOTICE_DUTIES[notice].contents,
	}));
}

function articleText(article: string, words: Words): string {
	return (words.articles as Record<string, string>)[article.replace(':', '_')] ?? article;
}

/** A refusal with its texts; names of stages, commands and kinds are put into words, too. */
function inWords({ code, article, params, signposts }: Refusal, words: Words) {
	const groups: Record<string, Record<string, string>> = {
		command: words.commands,
		stage: words.stages,
		role: words.roles,
		kind: words.specialKinds,
		ground: words.cancellationGrounds,
	};
	const readable = Object.fromEntries(
		Object.entries(params).map(([name, value]) => [name, groups[name]?.[String(value)] ?? value]),
	);
	const texts = words.signposts as Record<string, string>;
	return {
		code,
		text: fill(words.refusals[code], readable),
		article,
		articleText: articleText(article, words),
		params,
		signposts: signposts.map((way) => ({
			code: way.code,
			text: fill(texts[way.code] ?? way.code, readable),
			...(way.dueBy === undefined ? {} : { dueBy: way.dueBy }),
		})),
	};
}
