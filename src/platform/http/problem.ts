import './platform.problems.ts';
import { findProblemCode } from './problem-codes.ts';

/** Values that a text names. */
export type TextParams = Record<string, string | number>;

/**
 * A way onwards before translation. `code` is looked up in `<namespace of the problem>.signposts.<code>`;
 * with a dot (`platform.home`) the part before it names another namespace.
 */
export interface SignpostRef {
	code: string;
	params?: TextParams;
	action?: string;
	href?: string;
	contact?: string;
	dueBy?: string;
	basis?: string;
}

/** One fault of an input. Its text is `<namespace>.faults.<code>` unless `text` is given. */
export interface Fault {
	/** JSON pointer into the body (`/form/name`), `?name` for the query, `:name` for the path, `#name` for a header. */
	path: string;
	code: string;
	params?: TextParams;
	text?: string;
}

/** What a problem is made of. The type demands at least one signpost: an error without one is a defect. */
export interface ProblemInit {
	/** Defaults to the status that the code was declared with. */
	status?: number;
	code: string;
	params?: TextParams;
	signposts: [SignpostRef, ...SignpostRef[]];
	details?: Fault[];
	/** Why it happened, for the log only. */
	cause?: unknown;
	/** Answer headers, e.g. `retry-after`. */
	headers?: Record<string, string>;
}

/** A failure with a stable code and a way onwards; the frame answers it as RFC 9457 in the language of the request. */
export class Problem extends Error {
	readonly status: number;
	readonly code: string;
	readonly params: TextParams;
	readonly signposts: readonly [SignpostRef, ...SignpostRef[]];
	readonly details: readonly Fault[];
	readonly headers: Readonly<Record<string, string>>;

	constructor(init: ProblemInit) {
		super(init.code, { cause: init.cause });
		this.name = 'Problem';
		const status = init.status ?? findProblemCode(init.code)?.status;
		if (status === undefined) throw new TypeError(`problem code ${init.code} is not declared`);
		if (init.signposts.length === 0) throw new TypeError(`problem ${init.code} has no signpost`);
		this.status = status;
		this.code = init.code;
		this.params = init.params ?? {};
		this.signposts = init.signposts;
		this.details = init.details ?? [];
		this.headers = init.headers ?? {};
	}
}

export { defineProblems, problemCodes } from './problem-codes.ts';
export type { Signpost } from './signpost.schema.ts';
