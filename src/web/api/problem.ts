/** A way on: what to do next, who helps, by when (see the platform's problems). */
export interface Signpost {
	text: string;
	action?: string;
	href?: string;
	contact?: string;
	dueBy?: string;
	basis?: string;
}

/** One fault of a request or form, with the JSON pointer of the field that it concerns. */
export interface FieldError {
	path: string;
	code: string;
	text: string;
}

interface ProblemInit {
	status: number;
	code: string;
	title: string;
	detail: string;
	signposts: Signpost[];
	errors: FieldError[];
}

/** A failed request as the server explained it (RFC 9457), or as the browser saw it when no server answered. */
export class ApiProblem extends Error {
	readonly status: number;
	readonly code: string;
	readonly title: string;
	readonly detail: string;
	readonly signposts: Signpost[];
	readonly errors: FieldError[];

	constructor(init: ProblemInit) {
		super(init.detail || init.title);
		this.name = 'ApiProblem';
		this.status = init.status;
		this.code = init.code;
		this.title = init.title;
		this.detail = init.detail;
		this.signposts = init.signposts;
		this.errors = init.errors;
	}
}

/** No answer arrived: the network or the server is away. Status 0. */
export const UNREACHABLE = 'UNREACHABLE';
/** An answer arrived that is no problem document. */
export const UNREADABLE = 'UNREADABLE';

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function parseSignpost(value: unknown): Signpost[] {
	if (!isFields(value) || !text(value.text)) return [];
	const signpost: Signpost = { text: text(value.text) };
	for (const key of ['action', 'href', 'contact', 'dueBy', 'basis'] as const) {
		if (text(value[key])) signpost[key] = text(value[key]);
	}
	return [signpost];
}

function parseError(value: unknown): FieldError[] {
	if (!isFields(value)) return [];
	return [{ path: text(value.path), code: text(value.code), text: text(value.text) }];
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/**
 * Reads the body of a failed answer. Anything that is not a problem document still becomes a problem
 * (`UNREADABLE`, without signposts of its own), so that a page always has something to show.
 */
export function parseProblem(status: number, body: unknown): ApiProblem {
	const fields = isFields(body) ? body : {};
	return new ApiProblem({
		status,
		code: text(fields.code) || UNREADABLE,
		title: text(fields.title) || text(fields.message),
		detail: text(fields.detail),
		signposts: list(fields.signposts).flatMap(parseSignpost),
		errors: list(fields.errors).flatMap(parseError),
	});
}

/** The problem of a request that nobody answered. */
export function unreachable(cause: unknown): ApiProblem {
	const problem = new ApiProblem({
		status: 0,
		code: UNREACHABLE,
		title: '',
		detail: '',
		signposts: [],
		errors: [],
	});
	problem.cause = cause;
	return problem;
}
