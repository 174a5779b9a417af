import type { Language, Locales } from '../locales.ts';
import type { Fault, Problem, Signpost, SignpostRef } from './problem.ts';
import { findProblemCode } from './problem-codes.ts';

/** RFC 9457 body, with our two members: a stable `code` and at least one signpost. */
export interface ProblemBody {
	type: string;
	title: string;
	status: number;
	code: string;
	detail: string;
	instance: string;
	signposts: Signpost[];
	errors?: { path: string; code: string; text: string }[];
}

/** Puts a problem into words. `instance` is the id of the request, which is in the log too. */
export function renderProblem(
	problem: Problem,
	context: { locales: Locales; language: Language; instance: string },
): ProblemBody {
	const { locales, language } = context;
	const { namespace, section } = findProblemCode(problem.code) ?? {
		namespace: 'platform',
		section: 'problems',
	};
	const key = `${namespace}.${section}.${problem.code}`;
	const title = locales.find(language, [`${key}.title`, key], problem.params) ?? problem.code;
	return {
		type: `/api/docs/problems#${problem.code}`,
		title,
		status: problem.status,
		code: problem.code,
		detail: locales.find(language, [`${key}.detail`], problem.params) ?? title,
		instance: `urn:uuid:${context.instance}`,
		signposts: problem.signposts.map((ref) => renderSignpost(ref, namespace, locales, language)),
		...(problem.details.length > 0 && {
			errors: problem.details.map((fault) => renderFault(fault, namespace, locales, language)),
		}),
	};
}

/** Puts a way onwards into words. `namespace` is where its text is looked for unless the code names another. */
export function renderSignpost(
	ref: SignpostRef,
	namespace: string,
	locales: Locales,
	language: Language,
): Signpost {
	const { code, params, ...rest } = ref;
	const [own, foreign] = code.split('.', 2);
	const key = foreign === undefined ? `${namespace}.signposts.${own}` : `${own}.signposts.${foreign}`;
	return { text: locales.t(language, key, { ...rest, ...params }), ...rest };
}

function renderFault(fault: Fault, namespace: string, locales: Locales, language: Language) {
	const keys = [`${namespace}.faults.${fault.code}`, `platform.faults.${fault.code}`];
	const text = fault.text ?? locales.find(language, keys, fault.params) ?? fault.code;
	return { path: fault.path, code: fault.code, text };
}
