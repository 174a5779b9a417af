import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import { type FontName, fontBytes } from './fonts.ts';
import { breakLines } from './typeset.ts';

const MM = 72 / 25.4;
/** A4 with the margins of GB/T 9704, the foot a little lower for the page number. */
const A4 = {
	width: 210 * MM,
	height: 297 * MM,
	top: 27 * MM,
	left: 27 * MM,
	right: 26 * MM,
	bottom: 24 * MM,
};

export const COLOURS = { ink: '#1a1a1a', red: '#c8102e', grey: '#6b6b6b', rule: '#b8b8b8', tint: '#f6f4f0' };

export interface PageOptions {
	title: string;
	author: string;
	subject: string;
	/** `YYYY-MM-DD`: the document's own date, so that the same document always has the same bytes. */
	date: string;
}

export interface TextOptions {
	font?: FontName;
	size?: number;
	colour?: string;
	align?: 'left' | 'center' | 'right' | 'justify';
	/** Distance from one line to the next, in sizes. */
	leading?: number;
	/** First-line indent in characters. */
	indent?: number;
	x?: number;
	width?: number;
	/** Stays on this page, wherever it stands: for what is outside the text area. */
	fixed?: boolean;
}

/** A document that is written from top to bottom and turns its own pages. All measures are points. */
export class Page {
	readonly left = A4.left;
	readonly width = A4.width - A4.left - A4.right;
	readonly doc: PDFKit.PDFDocument;
	y = A4.top;
	#widths = new Map<string, number>();
	#chunks: Buffer[] = [];

	constructor(options: PageOptions) {
		const date = new Date(`${options.date}T00:00:00Z`);
		this.doc = new PDFDocument({
			size: 'A4',
			margin: 0,
			bufferPages: true,
			lang: 'zh-CN',
			pdfVersion: '1.7',
			displayTitle: true,
			info: {
				Title: options.title,
				Author: options.author,
				Subject: options.subject,
				CreationDate: date,
				ModDate: date,
			},
		});
		this.doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
		this.doc.registerFont('regular', fontBytes('regular') as unknown as string);
		this.doc.registerFont('bold', fontBytes('bold') as unknown as string);
	}

	get pages(): number {
		return this.doc.bufferedPageRange().count;
	}

	get bottom(): number {
		return A4.height - A4.bottom;
	}

	/** Turns the page unless `height` still fits. */
	ensure(height: number): void {
		if (this.y + height <= this.bottom) return;
		this.doc.addPage();
		this.y = A4.top;
	}

	/** Width of a text; single characters are remembered, because line breaking asks for them all the time. */
	measure(text: string, font: FontName, size: number): number {
		const key = `${font} ${text}`;
		let width = this.#widths.get(key);
		if (width === undefined) {
			width = this.doc.font(font).fontSize(1000).widthOfString(text);
			this.#widths.set(key, width);
		}
		return (width * size) / 1000;
	}

	/** Height that a text would take. */
	height(text: string, options: TextOptions = {}): number {
		const { font, size, leading, indent, width } = this.#complete(options);
		const lines = breakLines(text, width, (each) => this.measure(each, font, size), indent * size);
		return lines.length * size * leading;
	}

	/** Writes text at the current height and moves below it. */
	text(text: string, options: TextOptions = {}): void {
		const { font, size, leading, indent, width, x, align, colour, fixed } = this.#complete(options);
		const lines = breakLines(text, width, (each) => this.measure(each, font, size), indent * size);
		for (const line of lines) {
			if (!fixed) this.ensure(size * leading);
			const free = width - line.indent - this.measure(line.text, font, size);
			const spread = align === 'justify' && !line.last ? free / Math.max([...line.text].length - 1, 1) : 0;
			const shift = { left: 0, justify: 0, center: free / 2, right: free }[align];
			this.doc
				.font(font)
				.fontSize(size)
				.fillColor(colour)
				.text(line.text, x + line.indent + shift, this.y + (size * (leading - 1.45)) / 2, {
					lineBreak: false,
					characterSpacing: Math.max(spread, 0),
				});
			this.y += size * leading;
		}
	}

	/** One line across the text area, or part of it. */
	rule(thickness: number, colour: string, x = this.left, width = this.width): void {
		this.doc.rect(x, this.y, width, thickness).fill(colour);
		this.y += thickness;
	}

	space(height: number): void {
		this.y += height;
	}

	/** A QR code as vectors, `size` points wide. */
	qr(content: string, x: number, y: number, size: number): void {
		const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' });
		const cell = size / modules.size;
		for (let row = 0; row < modules.size; row++) {
			for (let column = 0; column < modules.size; column++) {
				if (modules.get(row, column))
					this.doc.rect(x + column * cell, y + row * cell, cell + 0.05, cell + 0.05);
			}
		}
		this.doc.fill(COLOURS.ink);
	}

	/** Calls `write` on every page, with its number and the number of all; afterwards the document is complete. */
	async finish(write: (page: number, pages: number) => void): Promise<Buffer> {
		const count = this.pages;
		for (let index = 0; index < count; index++) {
			this.doc.switchToPage(index);
			write(index + 1, count);
		}
		const ended = new Promise<Buffer>((resolve, reject) => {
			this.doc.on('end', () => resolve(Buffer.concat(this.#chunks)));
			this.doc.on('error', reject);
		});
		this.doc.end();
		return ended;
	}

	#complete(options: TextOptions): Required<TextOptions> {
		return {
			font: 'regular',
			size: 12,
			colour: COLOURS.ink,
			align: 'left',
			leading: 1.75,
			indent: 0,
			x: this.left,
			width: this.width,
			fixed: false,
			...options,
		};
	}
}
