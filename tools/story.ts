import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from '../stories/support/browser.ts';
import { loadStories } from '../stories/support/index.ts';
import { runStory } from '../stories/support/run.ts';
import type { Outcome, Story } from '../stories/support/story.ts';
import { ensureBuilt } from './start/build-web.mjs';

/** Two cores: two journeys at a time, each with a server and its database. */
const AT_ONCE = 2;

const USAGE = `npm run story -- [ID …] [--out DIR] [--list]
  ID      run these journeys only (all without one)
  --out   folder for the screenshots (a new temporary one without it)
  --list  say which journeys there are
`;

/** Runs the journeys named on the command line; returns the exit code. */
async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			list: { type: 'boolean' },
			help: { type: 'boolean' },
			out: { type: 'string' },
		},
	});
	const all = await loadStories();
	if (values.help) return say(USAGE, 0);
	if (values.list) return say(listing(all), 0);
	const unknown = positionals.filter((id) => !all.some((story) => story.id === id));
	if (unknown.length > 0) return say(`No story ${unknown.join(', ')}. There are:\n${listing(all)}`, 2);
	const chosen = positionals.length > 0 ? all.filter(({ id }) => positionals.includes(id)) : all;
	if (!ensureBuilt(process.execPath)) return say('The web part does not build.\n', 1);
	const out = values.out ? resolve(values.out) : await mkdtemp(join(tmpdir(), 'onevisit-stories-'));
	const outcomes = await runAll(chosen, out);
	const failed = outcomes.filter(({ faults }) => faults.length > 0).length;
	say(`screenshots: ${out}\nstories: ${outcomes.length - failed} passed, ${failed} failed\n`, 0);
	return say(`${outcomes.length - failed} passed, ${failed} failed\n`, failed > 0 ? 1 : 0);
}

function say(text: string, code: number): number {
	process.stdout.write(text);
	return code;
}

function listing(stories: Story[]): string {
	return stories
		.map(({ id, row, title, people }) => `${id.padEnd(9)} ${row.padEnd(3)} ${title} (${people.join(', ')})\n`)
		.join('');
}

async function runAll(stories: Story[], out: string): Promise<Outcome[]> {
	const browser = await openBrowser();
	const waiting = [...stories];
	const outcomes: Outcome[] = [];
	const lane = async () => {
		for (let story = waiting.shift(); story; story = waiting.shift()) {
			const outcome = await runStory(story, browser, out);
			outcomes.push(outcome);
			report(outcome);
		}
	};
	try {
		await Promise.all(Array.from({ length: AT_ONCE }, lane));
	} finally {
		await browser.close();
	}
	return outcomes;
}

function report({ story, faults, seconds, screenshots }: Outcome): void {
	const sign = faults.length === 0 ? 'passed' : 'FAILED';
	say(`${sign}  ${story.id}  ${story.title}  (${seconds.toFixed(1)} s)  ${screenshots}\n`, 0);
	for (const fault of faults) say(`    ${fault.replaceAll('\n', '\n    ')}\n`, 0);
}

process.exitCode = await main();
