import type { Definition, Fault } from '../../../platform/definitions/index.ts';
import type { Item, ItemFile } from '../catalog.schema.ts';
import { conditionFloodFaults } from '../situations/situation-faults.ts';
import { contradictions, textFaults } from './contradictions.ts';
import { type Parts, type Taken, watched } from './parts.ts';
import { resolve } from './resolve.ts';

/** An item with its parts put in. `item` is there only when nothing is wrong with it. */
export interface CheckedItem {
	item?: Item;
	taken: Taken;
	faults: Fault[];
}

/** Puts an item together and finds everything in which it contradicts itself, the law, or the reader's language. */
export function checkItem(definition: Definition<ItemFile>, parts: Parts): CheckedItem {
	const { lookup, taken } = watched(parts);
	const flood = conditionFloodFaults(definition);
	if (flood.length > 0) return { taken, faults: flood };
	const resolved = resolve(definition, lookup);
	const own = [...textFaults(definition), ...resolved.faults, ...blankFaults(definition, parts)];
	const faults = resolved.item ? [...own, ...contradictions(definition, resolved.item)] : own;
	return { taken, faults, ...(resolved.item && faults.length === 0 && { item: resolved.item }) };
}

/** The blank of a paper must be there. */
function blankFaults({ value, fault }: Definition<ItemFile>, { blanks }: Parts): Fault[] {
	return value.materials.flatMap(({ blank: name }, index) =>
		name === undefined || blanks.has(name)
			? []
			: [fault(['materials', index, 'blank'], 'NO_BLANK', { name })],
	);
}

/** Items that a warning leads to must be there. */
export function otherItemFaults(
	{ value, fault }: Definition<ItemFile>,
	isThere: (code: string) => boolean,
): Fault[] {
	return (value.warnings ?? []).flatMap(({ item: name }, index) =>
		name === undefined || isThere(name) ? [] : [fault(['warnings', index, 'item'], 'NO_ITEM', { name })],
	);
}
