import type { Item } from '../catalog.schema.ts';
import { addTraditional } from '../traditional.ts';

/** What lists and the search look at. The rest of an item, most of it, is read when somebody asks for it. */
export const CARD = [
	'code',
	'version',
	'effectiveFrom',
	'cancelledFrom',
	'name',
	'summary',
	'aliases',
	'theme',
	'result',
	'questions',
	'confirm',
] as const satisfies (keyof Item)[];

/** The beginning of an item, and the names of its other parts. */
export interface ItemCard {
	card: Pick<Item, (typeof CARD)[number]>;
	rest: (keyof Item)[];
}

/** Takes the card out of an item. */
export function cardOf(item: Item): ItemCard {
	const isCard = (key: string) => (CARD as readonly string[]).includes(key);
	const entries = Object.entries(item);
	return {
		card: Object.fromEntries(entries.filter(([key]) => isCard(key))) as ItemCard['card'],
		rest: entries.flatMap(([key]) => (isCard(key) ? [] : [key as keyof Item])),
	};
}

/**
 * An item that is read from its text when it is first looked into. Thousands of items wait as text, which is both sooner
 * there and smaller than the objects would be.
 * @param finish sees the whole item once it is read
 */
export function lazyItem({ card, rest }: ItemCard, text: string, finish: (item: Item) => void): Item {
	let unread = text;
	let whole: Item | undefined;
	const read = () => {
		if (whole) return whole;
		whole = JSON.parse(unread) as Item;
		unread = '';
		finish(whole);
		addTraditional(whole);
		return whole;
	};
	addTraditional(card);
	const properties = rest.map((key) => [key, { enumerable: true, get: () => read()[key] }] as const);
	return Object.defineProperties(card, Object.fromEntries(properties)) as Item;
}
