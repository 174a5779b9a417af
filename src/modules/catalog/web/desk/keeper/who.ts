import { useSession } from '../../../../../web/api/session.ts';

/** Who writes the catalogue; the head of the bureau reads and approves it. The routes decide again. */
const KEEPER = 'CATALOG_KEEPER';

/** Whether the person may write items. */
export function useIsKeeper(): boolean {
	return useSession()?.principal?.roles.includes(KEEPER) ?? false;
}

/** Whether the person may end the drafts of others, so that none blocks an item for ever. */
export function useIsHead(): boolean {
	return useSession()?.principal?.roles.includes('ORGAN_HEAD') ?? false;
}
