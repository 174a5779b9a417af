import type { FastifyRequest } from 'fastify';
import { chooseLanguage, type Language } from '../locales.ts';

declare module 'fastify' {
	interface FastifyRequest {
		/** `?lang`, else the cookie `lang`, else Accept-Language, else zh-CN. */
		readonly language: Language;
	}
}

/** The language of a request; also of one so broken that it has no decorations. */
export function languageOf({ query, headers }: Pick<FastifyRequest, 'query' | 'headers'>): Language {
	const { lang } = (query ?? {}) as { lang?: unknown };
	return chooseLanguage({
		query: typeof lang === 'string' ? lang : undefined,
		cookie: headers.cookie,
		acceptLanguage: headers['accept-language'],
	});
}
