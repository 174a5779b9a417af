/** Ways into a tree as text: `/schema/required/#0`, where `#` marks a place in a list. Names are escaped as in JSON Pointer. */
export type Way = (string | number)[];

/** The way as text. */
export function toPointer(way: Way): string {
	return way
		.map((step) =>
			typeof step === 'number'
				? `/#${step}`
				: `/${step.replaceAll('~', '~0').replaceAll('/', '~1').replace(/^#/, '~2')}`,
		)
		.join('');
}

/** The way in a text; undefined where it is none. */
export function fromPointer(pointer: string): Way | undefined {
	if (pointer === '') return [];
	if (!pointer.startsWith('/')) return undefined;
	return pointer
		.slice(1)
		.split('/')
		.map((step) =>
			/^#\d+$/.test(step)
				? Number(step.slice(1))
				: step.replaceAll('~2', '#').replaceAll('~1', '/').replaceAll('~0', '~'),
		);
}

/** Every value without parts of its own below `node`, with the way to it. */
export function leavesOf(node: unknown, way: Way = []): { way: Way; value: unknown }[] {
	if (typeof node !== 'object' || node === null) return [{ way, value: node }];
	const entries: [string | number, unknown][] = Array.isArray(node)
		? [...node.entries()]
		: Object.entries(node);
	if (entries.length === 0) return [{ way, value: node }];
	return entries.flatMap(([step, child]) => leavesOf(child, [...way, step]));
}

/**
 * Puts a value into a tree, making the lists and objects on its way.
 * @returns false when something else is already there, and nothing was changed
 */
export function putAt(root: Record<string, unknown>, way: Way, value: unknown): boolean {
	let node: Record<string | number, unknown> = root;
	for (const [index, step] of way.entries()) {
		if (Array.isArray(node) !== (typeof step === 'number') || UNSAFE.has(String(step))) return false;
		// A place beyond the end would leave a hole.
		if (Array.isArray(node) && Number(step) > node.length) return false;
		if (index === way.length - 1) {
			if (Object.hasOwn(node, step)) return false;
			node[step] = value;
			return true;
		}
		if (!Object.hasOwn(node, step)) node[step] = typeof way[index + 1] === 'number' ? [] : {};
		const next = node[step];
		if (typeof next !== 'object' || next === null) return false;
		node = next as Record<string | number, unknown>;
	}
	return false;
}

/** Names that mean something to the language itself. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);
