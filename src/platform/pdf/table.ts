import { COLOURS, type Page } from './page.ts';

export interface Column {
	title: string;
	/** Share of the width; shares need not add up to anything. */
	share: number;
	align?: 'left' | 'center';
}

const SIZE = 10.5;
const LEADING = 1.55;
const PADDING = 4.5;

/**
 * A table with a heading row that is repeated on every page; a row is never torn apart.
 * Without any title the first column is the heading.
 */
export function drawTable(
	page: Page,
	columns: readonly Column[],
	rows: readonly (readonly string[])[],
): void {
	const total = columns.reduce((sum, { share }) => sum + share, 0);
	const widths = columns.map(({ share }) => (share / total) * page.width);
	const heading = columns.map(({ title }) => title);
	const titled = heading.some((title) => title !== '');
	const drawHeading = () => {
		if (titled) drawRow(page, columns, widths, heading, () => true);
	};
	const isHeading = (column: number) => !titled && column === 0;
	page.ensure(
		rowHeight(page, widths, heading, () => true) + rowHeight(page, widths, rows[0] ?? heading, isHeading),
	);
	drawHeading();
	for (const row of rows) {
		if (page.y + rowHeight(page, widths, row, isHeading) > page.bottom) {
			page.ensure(Number.POSITIVE_INFINITY);
			drawHeading();
		}
		drawRow(page, columns, widths, row, isHeading);
	}
}

function rowHeight(
	page: Page,
	widths: readonly number[],
	row: readonly string[],
	isHeading: (column: number) => boolean,
): number {
	const heights = row.map((cell, index) =>
		page.height(cell, cellStyle(widths[index] ?? 0, isHeading(index))),
	);
	return Math.max(...heights, SIZE * LEADING) + 2 * PADDING;
}

function cellStyle(width: number, heading: boolean) {
	return {
		size: SIZE,
		leading: LEADING,
		width: width - 2 * PADDING,
		font: heading ? 'bold' : 'regular',
	} as const;
}

function drawRow(
	page: Page,
	columns: readonly Column[],
	widths: readonly number[],
	row: readonly string[],
	isHeading: (column: number) => boolean,
): void {
	const height = rowHeight(page, widths, row, isHeading);
	const top = page.y;
	let x = page.left;
	widths.forEach((width, index) => {
		const heading = isHeading(index);
		page.doc.rect(x, top, width, height).lineWidth(0.6);
		if (heading) page.doc.fillAndStroke(COLOURS.tint, COLOURS.rule);
		else page.doc.stroke(COLOURS.rule);
		const cell = row[index] ?? '';
		const style = cellStyle(width, heading);
		page.y = top + (height - page.height(cell, style)) / 2;
		page.text(cell, {
			...style,
			x: x + PADDING,
			align: heading ? 'center' : (columns[index]?.align ?? 'left'),
		});
		x += width;
	});
	page.y = top + height;
}
