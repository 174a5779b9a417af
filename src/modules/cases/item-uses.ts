import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';

/** How many cases and drafts hold on to a version of an item. */
export interface ItemUse {
	code: string;
	version: number;
	count: number;
}

/** Every version of an item that some case or draft was begun with. A draft that has become a case counts once. */
export async function countItemUses({ kysely }: Db): Promise<ItemUse[]> {
	const { rows } = await sql<ItemUse>`
		select item_code as code, item_version as version, count(*)::int as count from (
			select item_code, item_version from cases
			union all
			select item_code, item_version from drafts where not exists (
				select from cases where cases.jurisdiction = drafts.jurisdiction and cases.id = drafts.id::text)
		) as used group by item_code, item_version`.execute(kysely);
	return rows;
}
