import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

interface AxeResult {
	violations: {
		id: string;
		impact: string | null;
		help: string;
		nodes: { target: string[]; failureSummary?: string }[];
	}[];
}

/**
 * Serious and critical accessibility faults of the page as it stands.
 * @returns one line per fault, empty when there is none
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
	// Evaluated and not added as a script element: the Content-Security-Policy under test forbids the latter.
	await page.evaluate(await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8'));
	const result = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResult;
	return result.violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.flatMap(({ id, help, nodes }) =>
			nodes
				.slice(0, 4)
				.map((node) => `axe ${id}: ${help} at ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
		);
}

/**
 * Elements that make the page wider than its window.
 * @returns one line, or none
 */
export async function overflowFaults(page: Page): Promise<string[]> {
	const culprits = await page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= width) return null;
		return [...document.querySelectorAll('body *')]
			.filter((element) => element.getBoundingClientRect().right > width + 1)
			.slice(-5)
			.map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
	});
	return culprits === null ? [] : [`wider than the window: ${culprits.join(', ') || 'a long text'}`];
}

/**
 * Text keys that stand where a text is missing (`words.stage.X`, `law.clocks.C1`).
 * @returns one line per key
 */
export async function missingTexts(page: Page): Promise<string[]> {
	const keys = await page.evaluate(() => {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const found = new Set<string>();
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const text = node.textContent?.trim() ?? '';
			if (/^[a-z][A-Za-z]*([.:][A-Za-z0-9_]+){1,5}$/.test(text)) found.add(text);
		}
		return [...found];
	});
	return keys.map((key) => `text missing: ${key}`);
}
