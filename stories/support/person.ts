import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page, Request } from 'playwright-core';
import { accessibilityFaults, missingTexts, overflowFaults } from './checks.ts';
import { type Expected, watchPage } from './watch.ts';

/** The two widths at which every named screen is looked at. */
export const WIDTHS = { phone: 390, desktop: 1440 } as const;
export type Width = keyof typeof WIDTHS;

const HEIGHTS: Record<Width, number> = { phone: 844, desktop: 900 };

export interface PersonInit {
	/** What the story calls this person; part of the screenshots' names. */
	name: string;
	width: Width;
	url: string;
	out: string;
	faults: string[];
	language?: string;
}

/** Somebody in front of a screen: acts by visible labels, and keeps pictures of what is seen. */
export class Person {
	readonly name: string;
	readonly page: Page;
	readonly #width: Width;
	readonly #url: string;
	readonly #out: string;
	readonly #faults: string[];
	readonly #expected: Expected[] = [];
	readonly #underWay = new Set<Request>();
	#shots = 0;

	constructor(page: Page, init: PersonInit) {
		this.name = init.name;
		this.page = page;
		this.#width = init.width;
		this.#url = init.url;
		this.#out = init.out;
		this.#faults = init.faults;
		watchPage(page, this.#expected, this.#faults);
		page.on('request', (request) => this.#underWay.add(request));
		page.on('requestfinished', (request) => this.#underWay.delete(request));
		page.on('requestfailed', (request) => this.#underWay.delete(request));
	}

	/** Goes to a path of the site. */
	async opens(path: string): Promise<void> {
		await this.page.goto(this.#url + path);
		await this.settles();
	}

	/**
	 * Waits until nothing is being fetched and nothing says that it is busy. Answers set off new questions:
	 * so it has to be quiet twice, with two painted frames between.
	 */
	async settles(): Promise<void> {
		await this.page.waitForLoadState('load');
		for (let quiet = 0; quiet < 2; ) {
			await this.page.waitForFunction(
				() => document.querySelector('[aria-busy="true"], .ant-spin-spinning') === null,
			);
			await this.page.evaluate(
				() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
			);
			quiet = this.#underWay.size === 0 ? quiet + 1 : 0;
		}
	}

	/** The first visible control with this visible label: a button, link, tab, option, tick box or radio. */
	control(label: string | RegExp, within: Locator | Page = this.page): Locator {
		const exact = typeof label === 'string';
		const roles = ['button', 'link', 'tab', 'menuitem', 'option', 'checkbox', 'radio', 'row'] as const;
		return roles
			.map((role) => within.getByRole(role, { name: label, exact }))
			.reduce((any, one) => any.or(one))
			.filter({ visible: true })
			.first();
	}

	/** Clicks once the page has come to rest, as a person would. */
	async clicks(label: string | RegExp, within?: Locator): Promise<void> {
		await this.settles();
		await this.control(label, within).click();
	}

	async fills(label: string | RegExp, value: string, within: Locator | Page = this.page): Promise<void> {
		await within.getByLabel(label).filter({ visible: true }).first().fill(value);
	}

	/** Chooses an option of a select box (native, or one of the desk's). */
	async chooses(label: string | RegExp, option: string, within: Locator | Page = this.page): Promise<void> {
		const box = within.getByLabel(label).filter({ visible: true }).first();
		if ((await box.evaluate((element) => element.tagName)) === 'SELECT') {
			await box.selectOption({ label: option });
			return;
		}
		await box.click();
		await box.fill(option);
		await this.page.locator('.ant-select-item-option-active', { hasText: option }).waitFor();
		await box.press('Enter');
	}

	async presses(key: string): Promise<void> {
		await this.page.keyboard.press(key);
	}

	async uploads(
		label: string | RegExp,
		file: { name: string; mimeType: string; buffer: Buffer },
	): Promise<void> {
		await this.page.getByLabel(label).first().setInputFiles(file);
	}

	/** Waits until the text can be seen. */
	async sees(text: string | RegExp): Promise<void> {
		await this.page.getByText(text).filter({ visible: true }).first().waitFor();
	}

	/** Waits until the text can be seen no more. */
	async seesNo(text: string | RegExp): Promise<void> {
		await this.page.getByText(text).filter({ visible: true }).first().waitFor({ state: 'detached' });
	}

	/** Waits until the control lives (or, with `false`, is there and does not). */
	async can(label: string | RegExp, wanted = true): Promise<void> {
		const control = this.control(label);
		await control.waitFor();
		const enabled = await control.isEnabled();
		const live = enabled && (await control.getAttribute('aria-disabled')) !== 'true';
		if (live !== wanted) throw new Error(`"${label}" is ${live ? 'open' : 'closed'} to ${this.name}`);
	}

	/** Announces an answer that belongs to the story, such as a refusal. */
	expects(status: number, part: string): void {
		this.#expected.push({ status, part });
	}

	/** Keeps the file that a link of this name leads to, as this person may read it, and returns its content. */
	async fetches(link: string | RegExp, name: string): Promise<Buffer> {
		const target = this.page.getByRole('link', { name: link }).first();
		const href = (await target.getAttribute('href')) ?? '';
		const answer = await this.page.request.get(new URL(href, this.#url).href);
		if (!answer.ok()) throw new Error(`${href} answers ${answer.status()}`);
		const content = await answer.body();
		await mkdir(this.#out, { recursive: true });
		await writeFile(join(this.#out, name), content);
		return content;
	}

	/** Switches the page to a language by its own name. */
	async speaks(language: '简体中文' | 'English' | '繁體中文'): Promise<void> {
		await this.page.locator('.language-switch select').first().selectOption({ label: language });
		await this.settles();
	}

	/**
	 * A named screen: pictures at both widths, and at both no accessibility fault and nothing wider than
	 * the window. The person's own width comes last, so that the journey goes on as before.
	 */
	async screen(name: string): Promise<void> {
		await this.settles();
		const other: Width = this.#width === 'phone' ? 'desktop' : 'phone';
		await this.#look(name, other);
		await this.#look(name, this.#width);
		// A picture of the whole page leaves the window scrolled beyond its end; the next click would slip.
		await this.page.evaluate(() => window.scrollTo(0, 0));
		await this.settles();
	}

	async #look(name: string, width: Width): Promise<void> {
		await this.page.setViewportSize({ width: WIDTHS[width], height: HEIGHTS[width] });
		await this.settles();
		await mkdir(this.#out, { recursive: true });
		const number = String(width === this.#width ? this.#shots++ : this.#shots).padStart(2, '0');
		const file = `${this.name}-${number}-${name}-${WIDTHS[width]}.png`;
		await writeFile(join(this.#out, file), await this.page.screenshot({ fullPage: true }));
		const faults = [...(await accessibilityFaults(this.page)), ...(await missingTexts(this.page))];
		if (width === 'phone') faults.push(...(await overflowFaults(this.page)));
		this.#faults.push(...faults.map((fault) => `${name} (${WIDTHS[width]}): ${fault}`));
	}
}

/** Opens a browser window for a person; closing the context closes it. */
export async function newPerson(context: BrowserContext, init: PersonInit): Promise<Person> {
	return new Person(await context.newPage(), init);
}

/** Settings of a browser window of this width and language. */
export function windowOptions(width: Width, language = 'zh-CN') {
	return {
		viewport: { width: WIDTHS[width], height: HEIGHTS[width] },
		locale: language,
		timezoneId: 'America/New_York',
		acceptDownloads: true,
		reducedMotion: 'reduce' as const,
		hasTouch: width === 'phone',
	};
}
