import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { newPerson, windowOptions } from './person.ts';
import { startServer } from './server.ts';
import type { Outcome, Story, World } from './story.ts';

/** How long one step (a click, an awaited text) may take on a busy machine. */
const STEP_MS = 30_000;

/** Runs one journey against a server of its own and says what went wrong, if anything. */
export async function runStory(story: Story, browser: Browser, outRoot: string): Promise<Outcome> {
	const start = Date.now();
	const screenshots = join(outRoot, story.id);
	const faults: string[] = [];
	try {
		const server = await startServer();
		try {
			await inWorld(story, browser, { url: server.url, out: screenshots, faults });
		} finally {
			if (faults.length > 0) faults.push(`the server's last words:\n${server.output().slice(-1500)}`);
			await server.stop();
		}
	} catch (error) {
		faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
	}
	return { story, faults, seconds: (Date.now() - start) / 1000, screenshots };
}

interface Stage {
	url: string;
	out: string;
	faults: string[];
}

async function inWorld(story: Story, browser: Browser, stage: Stage): Promise<void> {
	const contexts: BrowserContext[] = [];
	const world: World = {
		person: async (name, width, language) => {
			const context = await browser.newContext(windowOptions(width, language));
			context.setDefaultTimeout(STEP_MS);
			contexts.push(context);
			return await newPerson(context, { name, width, ...stage });
		},
		check: (condition, meaning) => {
			if (!condition) throw new Error(`does not hold: ${meaning}`);
		},
	};
	try {
		await story.run(world);
	} catch (error) {
		stage.faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
		await keepLastSight(contexts, stage.out);
	} finally {
		for (const context of contexts) await context.close();
	}
}

/** What every window showed when the journey broke off. */
async function keepLastSight(contexts: BrowserContext[], out: string): Promise<void> {
	for (const [index, context] of contexts.entries()) {
		for (const page of context.pages()) {
			await page.screenshot({ path: join(out, `broken-off-${index}.png`), fullPage: true });
		}
	}
}
