import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import type { Language } from '../../platform/locales.ts';
import { textIn } from '../catalog/index.ts';
import type { CaseDesk } from './case-commands.ts';
import { caseProblems } from './cases.problems.ts';
import type { Draft } from './cases.schema.ts';
import type { DraftRow } from './drafts.store.ts';

/** What has happened to the item while somebody was writing. The draft itself stays as it was begun. */
export function remarksOn(
	{ catalog, platform: { locales } }: CaseDesk,
	{ id, itemCode, itemVersion }: Pick<DraftRow, 'id' | 'itemCode' | 'itemVersion'>,
	language: Language,
): Draft['remarks'] {
	const say = (key: string, params = {}) => locales.t(language, `cases.${key}`, params);
	const now = catalog.find(itemCode);
	if (!now) {
		const search = { text: locales.t(language, 'platform.signposts.SEARCH'), ...waysOf(signposts.search) };
		const hotline = { text: locales.t(language, 'platform.signposts.HOTLINE'), ...waysOf(signposts.hotline) };
		return [{ code: 'ITEM_CANCELLED', text: say('remarks.ITEM_CANCELLED'), signposts: [search, hotline] }];
	}
	if (now.version <= itemVersion) return [];
	const params = { item: textIn(now.name, language), date: now.effectiveFrom };
	const goOn = { text: say('signposts.GO_ON_AS_BEGUN'), action: 'OPEN', href: `/apply/${id}` };
	const anew = { text: say('signposts.BEGIN_ANEW'), action: 'OPEN', href: `/apply/start/${itemCode}` };
	return [{ code: 'NEW_VERSION', text: say('remarks.NEW_VERSION', params), signposts: [goOn, anew] }];
}

function waysOf({ code: _, ...way }: { code: string; action: string; href?: string; contact?: string }) {
	return way;
}

/** @throws Problem ITEM_CANCELLED for an item that is not offered any more: it can be neither begun nor handed in */
export function refuseCancelled({ catalog }: CaseDesk, code: string): void {
	if (catalog.find(code) || catalog.versions(code).length === 0) return;
	throw new Problem({
		code: caseProblems.ITEM_CANCELLED,
		signposts: [signposts.search, signposts.hotline],
	});
}
