/** Line breaking for Chinese text with Latin words and numbers in it (禁则: what may not begin or end a line). */

/** Width of a text in points. */
export type Measure = (text: string) => number;

export interface Line {
	text: string;
	/** Indent of this line in points. */
	indent: number;
	/** The last line of a paragraph is not spread to the full width. */
	last: boolean;
}

/** Closing marks: never first in a line. */
const NOT_FIRST = new Set('、。，．：；！？）】》〉」』〕”’…—～·％%,.:;!?)]}');
/** Opening marks: never last in a line. */
const NOT_LAST = new Set('（【《〈「『〔“‘([{￥');

/**
 * Breaks a text into lines no wider than `width`.
 * Words of Latin letters, numbers and codes stay whole unless they are wider than a line.
 *
 * @param indent indent of the first line, in points
 */
export function breakLines(text: string, width: number, measure: Measure, indent = 0): Line[] {
	return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, measure, indent));
}

function breakParagraph(text: string, width: number, measure: Measure, indent: number): Line[] {
	const lines: Line[] = [];
	let current: string[] = [];
	let used = 0;
	const room = () => width - (lines.length === 0 ? indent : 0);
	const close = (last: boolean) => {
		lines.push({ text: current.join('').trimEnd(), indent: lines.length === 0 ? indent : 0, last });
		current = [];
		used = 0;
	};
	for (const piece of pieces(text, width, measure)) {
		const wide = measure(piece);
		if (used + wide > room() && current.length > 0) {
			const carried = carriedOver(current, piece);
			close(false);
			current = carried;
			used = carried.reduce((sum, each) => sum + measure(each), 0);
		}
		if (current.length === 0 && piece === ' ') continue;
		current.push(piece);
		used += wide;
	}
	close(true);
	return lines;
}

/** Takes from the end of a full line what must go on with the next piece; leaves at least one piece. */
function carriedOver(line: string[], next: string): string[] {
	const carried: string[] = [];
	const first = () => carried[0] ?? next;
	while (line.length > 1 && (NOT_FIRST.has(first()) || NOT_LAST.has(line.at(-1) ?? ''))) {
		carried.unshift(line.pop() ?? '');
	}
	return carried;
}

/** Single characters of Chinese, whole words of the rest; words wider than a line are cut. */
function pieces(text: string, width: number, measure: Measure): string[] {
	const found =
		text.match(/[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}_@/:.+#&'’-]*[\p{Script=Latin}\p{N}]|./gsu) ??
		[];
	return found.flatMap((piece) => (measure(piece) <= width ? [piece] : [...piece]));
}
