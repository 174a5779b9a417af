import { createInterface } from 'node:readline';
import { type Calendar, CalendarYearMissing, parsePlainDate } from '../../src/law/index.ts';
import { loadCalendar } from '../../src/modules/calendar/index.ts';
import { type CliLanguage, fill, type Words, wordsOf } from './words.ts';

/** More days than any calendar holds: read as a number, refused as a year without calendar. */
const WHOLE = /^[+-]?\d{1,9}$/;
/** Answers are written in pieces of this many lines: one write a line would be slow for long lists. */
const PIECE = 5000;

type Answer = { ok: boolean; text: string };

/** Answers one question a line, in order; returns 1 when any line was refused, else 0. */
export async function answerLines(
	kind: 'add' | 'between',
	source: readonly string[] | NodeJS.ReadableStream,
	language: CliLanguage,
): Promise<number> {
	const calendar = loadCalendar();
	const words = wordsOf(language);
	const lines = Array.isArray(source) ? source : linesOf(source as NodeJS.ReadableStream);
	let refused = false;
	let piece: string[] = [];
	for await (const line of lines) {
		const { ok, text } = answer(kind, line, calendar, words);
		refused ||= !ok;
		if (piece.push(text) >= PIECE) {
			process.stdout.write(`${piece.join('\n')}\n`);
			piece = [];
		}
	}
	if (piece.length > 0) process.stdout.write(`${piece.join('\n')}\n`);
	return refused ? 1 : 0;
}

function linesOf(stream: NodeJS.ReadableStream): AsyncIterable<string> {
	return createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
}

/** The answer to one line. A blank line has a blank answer, so that questions and answers stay side by side. */
function answer(kind: 'add' | 'between', line: string, calendar: Calendar, words: Words): Answer {
	const values = line.replace(/^\uFEFF/, '').trim();
	if (values === '') return { ok: true, text: '' };
	const [first = '', second = '', ...more] = values.split(/[\s,;]+/);
	const refuse = (code: keyof Words['cli']['lines'], value: string): Answer => ({
		ok: false,
		text: `${code} ${value}: ${fill(words.cli.lines[code], { value })}`,
	});
	if (second === '' || more.length > 0) return refuse('MALFORMED', shown(values));
	const from = parsePlainDate(first);
	if (!from) return refuse('INVALID_DATE', shown(first));
	try {
		if (kind === 'add') {
			if (!WHOLE.test(second)) return refuse('INVALID_DAYS', shown(second));
			return { ok: true, text: calendar.add(from, Number(second)) };
		}
		const to = parsePlainDate(second);
		return to
			? { ok: true, text: String(calendar.between(from, to)) }
			: refuse('INVALID_DATE', shown(second));
	} catch (error) {
		if (!(error instanceof CalendarYearMissing)) throw error;
		const { year } = error;
		return {
			ok: false,
			text: `CALENDAR_YEAR_MISSING ${year}: ${fill(words.refusals.CALENDAR_YEAR_MISSING, { year })}`,
		};
	}
}

/** One printable line, whatever was typed. */
function shown(text: string): string {
	const clean = text.replace(/\p{C}/gu, '�');
	return clean.length > 60 ? `${clean.slice(0, 60)}…` : clean;
}
