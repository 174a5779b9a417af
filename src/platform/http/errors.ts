import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Locales } from '../locales.ts';
import { isUnavailable } from '../unavailable.ts';
import { invalidInput } from './input.ts';
import { inputFaults } from './input-faults.ts';
import { languageOf } from './language.ts';
import { Problem } from './problem.ts';
import { type ProblemBody, renderProblem } from './render-problem.ts';
import { signposts } from './signposts.ts';

/** Sends every failure as a problem in the language of the request. */
export function answerProblems(app: FastifyInstance, locales: Locales): void {
	app.setErrorHandler((error, request, reply) => sendProblem(toProblem(error), request, reply, locales));
}

/** Sends one problem; what is not the fault of the request goes to the log with its cause. */
export function sendProblem(
	problem: Problem,
	request: FastifyRequest,
	reply: FastifyReply,
	locales: Locales,
): FastifyReply {
	if (problem.status >= 500) request.log.error({ err: problem.cause ?? problem }, problem.code);
	else request.log.info({ problem: problem.code, errors: problem.details.length }, 'refused');
	const language = languageOf(request);
	const named = problem.code === 'INTERNAL_ERROR' ? withReference(problem, request.id) : problem;
	return reply
		.status(problem.status)
		.headers(problem.headers)
		.header('content-language', language)
		.type('application/problem+json')
		.serializer((body: ProblemBody) => JSON.stringify(body))
		.send(renderProblem(named, { locales, language, instance: request.id }));
}

/** What a thrown value is to the outside: a problem stays one, known failures of the frame become one, the rest is 500. */
export function toProblem(error: unknown): Problem {
	if (error instanceof Problem) return error;
	const { validation, validationContext, code = '', statusCode } = error as Partial<FastifyError>;
	if (validation) return invalidInput(inputFaults(validation as never, validationContext));
	if (isUnavailable(error)) {
		return new Problem({
			code: 'TEMPORARILY_UNAVAILABLE',
			signposts: [signposts.retry, signposts.hotline],
			headers: { 'retry-after': '5' },
			cause: error,
		});
	}
	const known = ofFrame(code);
	if (known) return known;
	if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return invalidInput([]);
	return new Problem({
		code: 'INTERNAL_ERROR',
		params: { reference: '' },
		signposts: [signposts.retry, signposts.hotline],
		cause: error,
	});
}

function withReference(problem: Problem, reference: string): Problem {
	const { status, code, signposts: ways } = problem;
	return new Problem({ status, code, params: { reference }, signposts: [...ways] });
}

/** Failures that Fastify and its plugins report with codes of their own. */
function ofFrame(code: string): Problem | undefined {
	switch (code) {
		case 'FST_ERR_CTP_INVALID_JSON_BODY':
		case 'FST_ERR_CTP_EMPTY_JSON_BODY':
		case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
			return new Problem({
				code: 'INVALID_JSON',
				signposts: [signposts.correct, signposts.documentation],
			});
		case 'FST_ERR_CTP_BODY_TOO_LARGE':
		case 'FST_FILES_LIMIT':
		case 'FST_PARTS_LIMIT':
		case 'FST_FIELDS_LIMIT':
			return new Problem({ code: 'BODY_TOO_LARGE', signposts: [signposts.correct, signposts.hotline] });
		case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
		case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
			return new Problem({ code: 'UNSUPPORTED_MEDIA_TYPE', signposts: [signposts.documentation] });
		case 'FST_REQ_FILE_TOO_LARGE':
			return new Problem({ code: 'FILE_TOO_LARGE', signposts: [signposts.correct, signposts.hotline] });
		case 'FST_ERR_BAD_URL':
		case 'FST_ERR_MAX_PARAM_LENGTH':
		case 'FST_STATIC_FORBIDDEN_PATH':
			return notFound();
		default:
			return undefined;
	}
}

/** 404 for an address that leads nowhere. */
export function notFound(): Problem {
	return new Problem({
		code: 'NOT_FOUND',
		signposts: [signposts.home, signposts.search, signposts.hotline],
	});
}
