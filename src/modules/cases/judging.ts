import type { Language } from '../../platform/locales.ts';
import type { CaseDesk } from './case-commands.ts';
import type { CaseRow } from './cases.store.ts';
import { findJudgements } from './counting.store.ts';
import { wayOf } from './field-code.ts';
import { fieldTitles } from './form-codes.ts';
import type { Judgement, Judging, Wording } from './judgement.schema.ts';
import { codesToJudge } from './judgement.ts';
import { codeName } from './law-text.ts';
import { precheck } from './precheck.ts';

/** Earlier notices of the item whose words are offered again, and how many for each thing. */
const NOTICES_READ = 50;
const WORDINGS = 3;

/** Everything to judge in a case, each with what the pre-check finds and the words of earlier notices: one query. */
export async function judgingOf(desk: CaseDesk, { state }: CaseRow, language: Language): Promise<Judging> {
	const { catalog, platform } = desk;
	const { content } = state;
	const whole = catalog.get(content.itemCode, content.itemVersion);
	const situated = catalog.applied(content.itemCode, content.itemVersion, content.answers);
	const { faults } = precheck({ whole, situated }, content, { locales: platform.locales, language });
	const earlier = await findJudgements(platform.db, content.itemCode, NOTICES_READ);
	return {
		rows: codesToJudge(situated, content).map((code) => {
			const titles = wayOf(code).length > 0 ? (fieldTitles(situated.form.schema, code, language) ?? []) : [];
			const finding = faults.find(({ path }) => concerns(path, code));
			return {
				code,
				name: titles.at(-1) ?? codeName({ language, item: situated }, code),
				group: titles.length > 0 ? titles.slice(0, -1).join(' · ') : null,
				finding: finding ? { fault: finding.text, remedy: finding.signposts[0]?.text ?? '' } : null,
				wordings: wordingsFor(code, earlier),
			};
		}),
	};
}

/** Whether a fault of the pre-check lies in this paper or field, or in the whole group that the field is in. */
function concerns(path: string, code: string): boolean {
	const way = wayOf(code);
	if (way.length === 0) return path === `material:${code}`;
	const field = `/${way.join('/')}`;
	return path === field || path.startsWith(`${field}/`) || (path !== '' && field.startsWith(`${path}/`));
}

function wordingsFor(code: string, earlier: readonly Judgement[][]): Wording[] {
	const found = earlier
		.flat()
		.flatMap((each) =>
			each.code === code && each.verdict === 'FAULTY' ? [{ fault: each.fault, remedy: each.remedy }] : [],
		);
	const groups = Map.groupBy(found, ({ fault, remedy }) => JSON.stringify([fault, remedy]));
	return [...groups.values()]
		.sort((a, b) => b.length - a.length)
		.flatMap(([wording]) => (wording ? [wording] : []))
		.slice(0, WORDINGS);
}
