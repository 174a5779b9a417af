import type { SignpostRef } from './problem.ts';

/** 政务服务便民热线: the same number in every district of the country. */
const HOTLINE = '12345';

/** Ways onwards that any failure may end with. Texts: `platform.signposts.*`. */
export const signposts = {
	home: { code: 'platform.HOME', action: 'OPEN', href: '/' },
	search: { code: 'platform.SEARCH', action: 'OPEN', href: '/items' },
	hotline: { code: 'platform.HOTLINE', action: 'CALL', contact: HOTLINE },
	correct: { code: 'platform.CORRECT', action: 'CORRECT' },
	documentation: { code: 'platform.DOCUMENTATION', action: 'OPEN', href: '/api/docs' },
	reload: { code: 'platform.RELOAD', action: 'RELOAD' },
	retry: { code: 'platform.RETRY', action: 'RETRY' },
} as const satisfies Record<string, SignpostRef>;
