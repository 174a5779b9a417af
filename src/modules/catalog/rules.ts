import type { ItemRules } from '../../law/index.ts';
import type { Item, ItemSummary } from './catalog.schema.ts';

/** What the law must know of an item; it travels with every case of this version. */
export function toItemRules(item: Item): ItemRules {
	const { limit, renewal, ...rest } = item.rules;
	return {
		code: item.code,
		version: item.version,
		...rest,
		limit: {
			basis: limit.basis,
			days: limit.days,
			unit: limit.unit,
			...(limit.extension ? { extension: limit.extension } : {}),
		},
		...(renewal
			? {
					renewal: {
						latestDays: renewal.latestDays,
						unit: renewal.unit,
						...(renewal.earliestDays === undefined ? {} : { earliestDays: renewal.earliestDays }),
					},
				}
			: {}),
		materials: item.materials.map(({ code, necessity }) => ({ code, necessity })),
	};
}

/** An item as a list shows it. */
export function toSummary(item: Item): ItemSummary {
	return {
		code: item.code,
		version: item.version,
		name: item.name,
		summary: item.summary,
		theme: item.theme,
		limit: item.rules.limit,
		promiseDays: item.rules.promiseDays,
		onTheSpot: item.rules.onTheSpot,
		soleApproval: item.rules.soleApproval,
		visits: item.standard.limit_scene_num,
		materials: item.materials.filter((material) => material.necessity !== 'OPTIONAL').length,
		free: item.fees.length === 0,
	};
}
