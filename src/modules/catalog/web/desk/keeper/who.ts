/** Who the person is to the catalogue. The routes decide again. */
import { useSession } from '../../../../../web/api/session.ts';
import { HEAD, KEEPER } from '../../../catalog.permissions.ts';

/** Whether the person may write items. */
export function useIsKeeper(): boolean {
	return useSession()?.principal?.roles.includes(KEEPER) ?? false;
}

/** Whether the person may end the drafts of others, so that none blocks an item for ever. */
export function useIsHead(): boolean {
	return useSession()?.principal?.roles.includes(HEAD) ?? false;
}
