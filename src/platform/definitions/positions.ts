import {
	type Document,
	isMap,
	isPair,
	isScalar,
	isSeq,
	LineCounter,
	type Node,
	parseDocument,
	type YAMLParseError,
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
	const document = parseDocument(text, {
		lineCounter: lines,
		prettyErrors: false,
		uniqueKeys: true,
		logLevel: 'error',
	});
	const positionOf = (offset: number): Position => {
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(line, 1), column: Math.max(col, 1) };
	};
	const syntax = telling(document.errors).map((error) => ({
		position: positionOf(error.pos[0]),
		message: error.message,
	}));
	const value = syntax.length === 0 ? contentOf(document, syntax) : undefined;
	return {
		value,
		at: (path) => positionOf(offsetOf(document, path, 'value')),
		atKey: (path) => positionOf(offsetOf(document, path, 'key')),
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

/** One broken place makes the parser stumble over everything behind it: only the first is told, and keys given twice. */
function telling(errors: readonly YAMLParseError[]): YAMLParseError[] {
	const first = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
	return errors.filter((error) => error === first || error.code === 'DUPLICATE_KEY');
}

/** Offset of a value, or of the key that names it, going down as far as the path exists. */
function offsetOf(document: Document.Parsed, path: Path, part: 'key' | 'value'): number {
	let node: Node | null = document.contents;
	let offset = node?.range?.[0] ?? 0;
	for (const [depth, step] of path.entries()) {
		const next = child(node, step);
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
): { node: Node | null; keyOffset?: number } | undefined {
	if (isSeq(node)) {
		const item = node.items[Number(step)];
		return item === undefined ? undefined : { node: item as Node };
	}
	if (!isMap(node)) return undefined;
	const pair = node.items.find(
		(each) => isPair(each) && isScalar(each.key) && String(each.key.value) === String(step),
	);
	if (!pair) return undefined;
	const keyOffset = (pair.key as Node).range?.[0];
	return { node: pair.value as Node | null, ...(keyOffset === undefined ? {} : { keyOffset }) };
}
