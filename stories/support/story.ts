import type { Person, Width } from './person.ts';

/** What a journey has to work with: people, each with a browser of their own. */
export interface World {
	/** Opens a window for somebody; `language` is what the browser asks for (default `zh-CN`). */
	person(name: string, width: Width, language?: string): Promise<Person>;
	/** Fails the story when the condition does not hold. */
	check(condition: boolean, meaning: string): void;
}

export interface Story {
	/** What `npm run story -- ID` names. */
	id: string;
	/** Row of the mission that the journey proves. */
	row: string;
	title: string;
	people: string[];
	run(world: World): Promise<void>;
}

/** The outcome of one journey; it passed when there are no faults. */
export interface Outcome {
	story: Story;
	faults: string[];
	seconds: number;
	screenshots: string;
}
