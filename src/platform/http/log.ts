import type { FastifyServerOptions } from 'fastify';

type LoggerOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>;

/**
 * Options of the log: no cookies, no bodies, no queries (people search for names), no values from the database's
 * messages, and numbers that look like an identity number or a mobile phone are masked.
 */
export function logOptions(level: string, stream?: NodeJS.WritableStream): LoggerOptions {
	return {
		level,
		...(stream && { stream }),
		redact: ['req.headers', '*.password', '*.cookie', '*.authorization', '*.idNumber', '*.phone'],
		serializers: {
			req: (request) => ({ method: request.method, path: mask(request.url?.split('?', 1)[0] ?? '') }),
			res: (reply) => ({ status: reply.statusCode }),
			err: (error: Error) => describe(error) as never,
		},
	};
}

function describe(error: unknown, depth = 0): object {
	if (!(error instanceof Error)) return { message: mask(String(error)) };
	const { code, table, constraint } = error as { code?: string; table?: string; constraint?: string };
	return {
		type: error.name,
		message: mask(error.message),
		stack: mask(error.stack ?? ''),
		...(code !== undefined && { code }),
		...(table !== undefined && { table }),
		...(constraint !== undefined && { constraint }),
		...(error.cause !== undefined && depth < 5 && { cause: describe(error.cause, depth + 1) }),
	};
}

/** Masks citizen numbers and mobile phone numbers in a text. */
export function mask(text: string): string {
	return text.replace(/(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)/g, '***');
}
