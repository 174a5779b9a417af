import { defineProblems, Problem, type SignpostRef } from '../../../platform/http/problem.ts';
import { signposts } from '../../../platform/http/signposts.ts';
import type { VersionKey } from '../sources/load.ts';
import type { Who } from '../versions/versions.store.ts';
import type { ChangeRefusal } from './changes.rules.ts';
import type { SourceFault } from './desk.schema.ts';

const codes = defineProblems('catalog', {
	CHANGE_NOT_FOUND: 404,
	CHANGE_OPEN: 409,
	CHANGE_STALE: 409,
	CHANGE_STATE: 409,
	NOT_THE_AUTHOR: 403,
	SECOND_PERSON_NEEDED: 403,
	CHANGE_FAULTY: 422,
	VERSION_NOT_FOUND: 404,
	VERSION_TAKEN: 409,
	VERSION_IN_USE: 409,
	VERSION_IN_EFFECT: 409,
	FILE_MISSING: 400,
});

const desk: SignpostRef = { code: 'CATALOG_DESK', action: 'OPEN', href: '/desk/catalog' };
const openItem = (code: string): SignpostRef => ({
	code: 'OPEN_ITEM',
	action: 'OPEN',
	href: `/desk/catalog/${code}`,
});
const openChange = (id: string): SignpostRef => ({
	code: 'OPEN_CHANGE',
	action: 'OPEN',
	href: `/desk/catalog/changes/${id}`,
});

export function changeNotFound(): Problem {
	return new Problem({ code: codes.CHANGE_NOT_FOUND, signposts: [desk, signposts.hotline] });
}

/** @param change the one that is going on, if it still is */
export function changeOpen(code: string, change: { id: string; author: Who } | undefined): Problem {
	return new Problem({
		code: codes.CHANGE_OPEN,
		params: { code, author: change?.author.name ?? '' },
		signposts: [change ? openChange(change.id) : openItem(code)],
	});
}

export function changeStale(id: string): Problem {
	return new Problem({ code: codes.CHANGE_STALE, signposts: [openChange(id), signposts.reload] });
}

/** What the rules of changes refuse. */
export function changeRefused(refusal: ChangeRefusal, change: { id: string; author: Who }): Problem {
	const onward: Record<ChangeRefusal, [SignpostRef, ...SignpostRef[]]> = {
		CHANGE_STATE: [openChange(change.id), signposts.reload],
		NOT_THE_AUTHOR: [{ code: 'ASK_AUTHOR', action: 'ASK' }, openChange(change.id)],
		SECOND_PERSON_NEEDED: [{ code: 'ANOTHER_KEEPER', action: 'ASK' }, openChange(change.id)],
	};
	return new Problem({
		code: codes[refusal],
		params: { author: change.author.name },
		signposts: onward[refusal],
	});
}

/** Every fault at once, in the reader's words. */
export function changeFaulty(faults: readonly SourceFault[], isAuthor: boolean): Problem {
	return new Problem({
		code: codes.CHANGE_FAULTY,
		params: { count: faults.length },
		details: faults.map(({ path, code, problem, remedy }) => ({
			path,
			code,
			text: `${problem} → ${remedy}`,
		})),
		signposts: [isAuthor ? { code: 'CORRECT_SOURCE', action: 'CORRECT' } : { code: 'RETURN_CHANGE' }],
	});
}

export function versionNotFound({ code, version }: { code: string; version: number | string }): Problem {
	return new Problem({
		code: codes.VERSION_NOT_FOUND,
		params: { code, version },
		signposts: [openItem(code), desk],
	});
}

export function versionTaken(code: string): Problem {
	return new Problem({
		code: codes.VERSION_TAKEN,
		params: { code },
		signposts: [openItem(code), signposts.retry],
	});
}

export function versionKept(
	refusal: 'VERSION_IN_USE' | 'VERSION_IN_EFFECT',
	{ code, version, day, count }: VersionKey & { day: string; count: number },
): Problem {
	return new Problem({
		code: codes[refusal],
		params: { code, version, day, count },
		signposts: [{ code: 'NEW_VERSION', action: 'OPEN', href: `/desk/catalog/${code}` }],
	});
}

export function fileMissing(): Problem {
	return new Problem({
		code: codes.FILE_MISSING,
		signposts: [{ code: 'CHOOSE_FILE', action: 'UPLOAD' }, desk],
	});
}
