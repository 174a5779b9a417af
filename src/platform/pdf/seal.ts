import { COLOURS, type Page } from './page.ts';

const RADIUS = 52;

/**
 * A mark where the seal goes. It says in its middle and around that it is a specimen: a seal made by the software
 * itself has no legal effect and must not look like one that has.
 */
export function drawSpecimenSeal(
	page: Page,
	x: number,
	y: number,
	words: { centre: string; ring: string },
): void {
	const { doc } = page;
	doc.save();
	doc.fillOpacity(0.72).strokeOpacity(0.72);
	doc.circle(x, y, RADIUS).lineWidth(2.4).dash(9, { space: 3 }).stroke(COLOURS.red);
	doc.undash();
	const size = 20;
	const wide = page.measure(words.centre, 'bold', size);
	doc.font('bold').fontSize(size).fillColor(COLOURS.red);
	// Low in the circle, clear of the signature that the seal lies across.
	doc.text(words.centre, x - wide / 2, y + 13, { lineBreak: false });
	drawRing(page, x, y, words.ring);
	doc.restore();
	doc.fillOpacity(1).strokeOpacity(1);
}

/** Words along the inner edge, spread over three quarters of the circle, feet towards the centre. */
function drawRing(page: Page, x: number, y: number, words: string): void {
	const { doc } = page;
	const size = 9.5;
	const radius = RADIUS - 7;
	const characters = [...words];
	const step = 250 / Math.max(characters.length - 1, 1);
	characters.forEach((character, index) => {
		const wide = page.measure(character, 'bold', size);
		doc.save();
		doc.font('bold').fontSize(size);
		doc.rotate(-125 + index * step, { origin: [x, y] });
		doc.text(character, x - wide / 2, y - radius, { lineBreak: false });
		doc.restore();
	});
}
