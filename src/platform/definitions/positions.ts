import {
	type Document,
	isMap,
	isPair,
	isScalar,
	isSeq,
	LineCounter,
	type Node,
	type Pair,
	parseDocument,
	type YAMLMap,
	YAMLParseError,
} from 'yaml';

/** Where something stands in a file; both count from 1. */
export interface Position {
	line: number;
	column: number;
}

/** Way from the root of a definition to one of its values. */
export type Path = readonly (string | number)[];

export interface ParsedText {
	value: unknown;
	/** Position of the value at `path`; of the nearest parent that exists when there is none. */
	at(path: Path): Position;
	/** Position of the key itself, for faults that are about the name. */
	atKey(path: Path): Position;
	syntax: { position: Position; message: string }[];
}

/** Reads YAML 1.2 (and so JSON) and remembers where everything stands. Never throws. */
export function parseText(text: string): ParsedText {
	const lines = new LineCounter();
	// The library looks for keys given twice by comparing each with each; see `repeatedKeys`.
	const document = readable(text, () =>
		parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, logLevel: 'error' }),
	);
	const pairs = new WeakMap<YAMLMap, Map<string, Pair>>();
	const positionOf = (offset: number): Position => {
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(line, 1), column: Math.max(col, 1) };
	};
	// One broken place makes the parser stumble over everything behind it: only the first is told, and keys given twice.
	const [broken] = document.errors;
	const syntax = [
		...(broken ? [{ position: positionOf(broken.pos[0]), message: broken.message }] : []),
		...repeatedKeys(document.contents).map(({ offset, key }) => ({
			position: positionOf(offset),
			message: `Map keys must be unique: ${key}`,
		})),
	];
	const value = syntax.length === 0 ? contentOf(document, syntax) : undefined;
	return {
		value,
		at: (path) => positionOf(offsetOf(document, path, 'value', pairs)),
		atKey: (path) => positionOf(offsetOf(document, path, 'key', pairs)),
		syntax,
	};
}

/** Aliases are followed only here: one that leads nowhere, or that multiplies without end, is a fault like any other. */
function contentOf(document: Document.Parsed, syntax: ParsedText['syntax']): unknown {
	try {
		return document.toJS();
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		syntax.push({ position: { line: 1, column: 1 }, message });
		return undefined;
	}
}

/** Text that is nested beyond what the parser can follow is none that it can read. */
function readable(text: string, parse: () => Document.Parsed): Document.Parsed {
	try {
		return parse();
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		const document = parseDocument('') as Document.Parsed;
		document.errors.push(new YAMLParseError([0, text.length], 'RESOURCE_EXHAUSTION', 'Nested too deeply'));
		return document;
	}
}

/** Keys given twice that are told; whoever repeats more has seen the point. */
const MOST_REPEATED = 100;

/** Keys that stand in the same map before. Goes through the text once, however many keys there are. */
function repeatedKeys(root: Node | null): { offset: number; key: string }[] {
	const found: { offset: number; key: string }[] = [];
	const waiting: unknown[] = [root];
	for (let node = waiting.pop(); node !== undefined && found.length < MOST_REPEATED; node = waiting.pop()) {
		if (isSeq(node)) waiting.push(...node.items.toReversed());
		if (!isMap(node)) continue;
		const seen = new Set<string>();
		for (const { key } of node.items) {
			if (!isScalar(key)) continue;
			const name = String(key.value);
			if (seen.has(name)) found.push({ offset: key.range?.[0] ?? 0, key: name });
			seen.add(name);
		}
		waiting.push(...node.items.map(({ value }) => value).reverse());
	}
	return found.slice(0, MOST_REPEATED);
}

/** Offset of a value, or of the key that names it, going down as far as the path exists. */
function offsetOf(document: Document.Parsed, path: Path, part: 'key' | 'value', pairs: PairsOf): number {
	let node: Node | null = document.contents;
	let offset = node?.range?.[0] ?? 0;
	for (const [depth, step] of path.entries()) {
		const next = child(node, step, pairs);
		if (!next) return offset;
		const wantsKey = part === 'key' && depth === path.length - 1;
		offset = (wantsKey ? next.keyOffset : undefined) ?? next.node?.range?.[0] ?? next.keyOffset ?? offset;
		node = next.node;
	}
	return offset;
}

function child(
	node: Node | null,
	step: string | number,
	pairs: PairsOf,
): { node: Node | null; keyOffset?: number } | undefined {
	if (isSeq(node)) {
		const item = node.items[Number(step)];
		return item === undefined ? undefined : { node: item as Node };
	}
	if (!isMap(node)) return undefined;
	const pair = pairsIn(node, pairs).get(String(step));
	if (!pair) return undefined;
	const keyOffset = (pair.key as Node).range?.[0];
	return { node: pair.value as Node | null, ...(keyOffset === undefined ? {} : { keyOffset }) };
}

/** Pairs by key, put together when a map is first looked into: faults may be as many as keys. */
type PairsOf = WeakMap<YAMLMap, Map<string, Pair>>;

function pairsIn(map: YAMLMap, pairs: PairsOf): Map<string, Pair> {
	const known = pairs.get(map);
	if (known) return known;
	const made = new Map<string, Pair>();
	for (const pair of map.items) {
		if (isPair(pair) && isScalar(pair.key)) made.set(String(pair.key.value), pair);
	}
	pairs.set(map, made);
	return made;
}
