import PDFDocument from 'pdfkit';

/** A paper as somebody would scan it: a real PDF of one page. */
export async function paper(name: string) {
	const document = new PDFDocument({ size: 'A4' });
	const chunks: Buffer[] = [];
	document.on('data', (chunk: Buffer) => chunks.push(chunk));
	const ended = new Promise((resolve) => document.once('end', resolve));
	document.fontSize(20).text('Scanned for a story of OneVisit').end();
	await ended;
	return { name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.concat(chunks) };
}
