import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Story } from './story.ts';

const FOLDER = join(import.meta.dirname, '..');

/** Every journey in `stories/*.story.ts`, by id. */
export async function loadStories(): Promise<Story[]> {
	const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.story.ts')).sort();
	return await Promise.all(
		files.map(async (name) => ((await import(join(FOLDER, name))) as { default: Story }).default),
	);
}
