import type { Judgement, Judging, Wording } from '../../../judgement.schema.ts';

export type JudgingRow = Judging['rows'][number];

/** What has been said of one paper or field so far; `faulty` needs both sentences. */
export interface Draft {
	verdict?: 'right' | 'faulty';
	fault: string;
	remedy: string;
}

export type Drafts = Readonly<Record<string, Draft>>;
const UNJUDGED: Draft = { fault: '', remedy: '' };

export function draftOf(drafts: Drafts, code: string): Draft {
	return drafts[code] ?? UNJUDGED;
}

export function isJudged({ verdict, fault, remedy }: Draft): boolean {
	return verdict === 'right' || (verdict === 'faulty' && fault.trim() !== '' && remedy.trim() !== '');
}

/** Rows that lie together: the papers, then each part of the form. */
export interface Group {
	title: string | null;
	rows: JudgingRow[];
}

/** The rows by their parts, in the order in which they come. */
export function groupsOf(rows: readonly JudgingRow[]): Group[] {
	return [...Map.groupBy(rows, ({ group }) => group)].map(([title, each]) => ({ title, rows: each }));
}

/** Everything of a group that was not judged yet is in order; what was found faulty stays so. */
export function allRight(drafts: Drafts, { rows }: Group): Drafts {
	const open = rows.filter(({ code }) => draftOf(drafts, code).verdict === undefined);
	return {
		...drafts,
		...Object.fromEntries(open.map(({ code }) => [code, { ...UNJUDGED, verdict: 'right' }])),
	};
}

/** The next row after `code` that is still to be judged, from the top again at the end; undefined when none is left. */
export function nextOpen(rows: readonly JudgingRow[], drafts: Drafts, code: string): string | undefined {
	const at = rows.findIndex((row) => row.code === code);
	const around = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
	return around.find((row) => !isJudged(draftOf(drafts, row.code)))?.code;
}

/** The command's judgement. Call it when every row is judged. */
export function toJudgement(rows: readonly JudgingRow[], drafts: Drafts): Judgement[] {
	return rows.map(({ code }) => {
		const { verdict, fault, remedy } = draftOf(drafts, code);
		if (verdict !== 'faulty') return { code, verdict: 'RIGHT' };
		return { code, verdict: 'FAULTY', fault: fault.trim(), remedy: remedy.trim() };
	});
}

/** Words that lie ready for a row: the pre-check's own, then those of earlier notices; none twice. */
export function wordingsOf({ finding, wordings }: JudgingRow): (Wording & { ofCheck: boolean })[] {
	const ready = [
		...(finding ? [{ ...finding, ofCheck: true }] : []),
		...wordings.map((each) => ({ ...each, ofCheck: false })),
	];
	return ready.filter(
		({ fault, remedy }, index) =>
			ready.findIndex((other) => other.fault === fault && other.remedy === remedy) === index,
	);
}
