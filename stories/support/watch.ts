import type { Page } from 'playwright-core';

/** What a story says beforehand that it will meet: an answer of this status from an address with this part. */
export interface Expected {
	status: number;
	part: string;
}

/**
 * Writes down what went wrong behind the screen: errors on the console, exceptions, failed requests.
 * A request that leaves with its page (navigation) is no failure.
 */
export function watchPage(page: Page, expected: Expected[], faults: string[]): void {
	page.on('pageerror', (error) => faults.push(`exception on the page: ${error.message}`));
	page.on('console', (message) => {
		if (message.type() !== 'error') return;
		// The browser repeats every failed answer on the console; `response` below judges those.
		if (message.text().startsWith('Failed to load resource')) return;
		faults.push(`console error: ${message.text()} (${message.location().url})`);
	});
	page.on('response', (response) => {
		if (response.status() < 400) return;
		const known = expected.some(
			({ status, part }) => status === response.status() && response.url().includes(part),
		);
		if (!known) {
			faults.push(
				`unexpected answer ${response.status()} from ${response.request().method()} ${response.url()}`,
			);
		}
	});
	page.on('requestfailed', (request) => {
		const reason = request.failure()?.errorText ?? '';
		if (reason !== 'net::ERR_ABORTED') faults.push(`request failed: ${request.url()} (${reason})`);
	});
}
