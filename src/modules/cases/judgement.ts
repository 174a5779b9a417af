import { type Command, refuse } from '../../law/index.ts';
import { invalidInput } from '../../platform/http/input.ts';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import type { Item } from '../catalog/index.ts';
import type { CaseContent } from './case-record.ts';
import { caseProblems } from './cases.problems.ts';
import type { CaseCommand } from './command.schema.ts';
import { fieldCodes } from './form-codes.ts';
import type { Judgement } from './judgement.schema.ts';
import { codeName, refusalProblem, type Words } from './law-text.ts';

/** Everything that is judged before the one notice (Art. 32 ¶1(4)): each paper of the item, each field of its form. */
export function codesToJudge(item: Item, { form }: Pick<CaseContent, 'form'>): string[] {
	const papers = item.materials.map(({ code }) => code);
	return [...papers, ...fieldCodes(item.form, form)];
}

/** A command as the law takes it: to the law a notice is what it names. */
export function toLaw(command: CaseCommand): Command {
	if (command.type !== 'RequestSupplement') return command;
	const items = command.judgement.flatMap((each) =>
		each.verdict === 'FAULTY'
			? [{ code: each.code, fault: each.fault.trim(), remedy: each.remedy.trim() }]
			: [],
	);
	return { type: 'RequestSupplement', items };
}

/**
 * Nothing may be asked for a second time, so nothing may be left unjudged the first time, whatever program sends it.
 * @throws Problem NOT_ALL_JUDGED naming everything that is left; SUPPLEMENT_UNKNOWN_CODE for what this application has
 *   not; INVALID_INPUT when something is judged twice
 */
export function refuseIncomplete(
	words: Words & { item: Item },
	{ id, content, judgement }: { id: string; content: CaseContent; judgement: readonly Judgement[] },
): void {
	const wanted = codesToJudge(words.item, content);
	const unknown = judgement.find(({ code }) => !wanted.includes(code));
	if (unknown) throw refusalProblem(words, refuse('SUPPLEMENT_UNKNOWN_CODE', { code: unknown.code }));
	const judged = judgement.map(({ code }) => code);
	const twice = judged.findIndex((code, index) => judged.indexOf(code) !== index);
	if (twice >= 0) throw invalidInput([{ path: `/command/judgement/${twice}`, code: 'NOT_UNIQUE' }]);
	const left = wanted.filter((code) => !judged.includes(code));
	if (left.length > 0) throw notAllJudged(words, id, left);
}

function notAllJudged(words: Words, id: string, left: string[]): Problem {
	return new Problem({
		code: caseProblems.NOT_ALL_JUDGED,
		params: { count: left.length },
		details: left.map((code) => ({
			path: `/command/judgement/${code}`,
			code: 'NOT_JUDGED',
			params: { name: codeName(words, code) },
		})),
		signposts: [{ code: 'JUDGE_ALL', action: 'OPEN', href: `/desk/cases/${id}` }, signposts.documentation],
	});
}
