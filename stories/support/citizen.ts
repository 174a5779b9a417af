import type { Application } from './applications.ts';
import { paper } from './paper.ts';
import type { Person } from './person.ts';

/** All demo accounts share it; it is printed at the start of every demo. */
const PASSWORD = 'yicibancheng';

/** Types name and password into the sign-in form that is on the screen. */
export async function typesCredentials(person: Person, username: string): Promise<void> {
	const form = person.page.locator('main form').first();
	await person.fills('用户名', username, form);
	await person.fills('密码', PASSWORD, form);
	await person.clicks('登录', form);
	await person.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
	await person.settles();
}

export async function signsIn(person: Person, username: string): Promise<void> {
	await person.opens('/sign-in');
	await typesCredentials(person, username);
}

/** From the search field to the number of the case: find, sign in, fill, upload, pre-check, submit. */
export async function applies(citizen: Person, username: string, application: Application): Promise<string> {
	await citizen.opens('/');
	await citizen.fills('搜索事项', application.words);
	await citizen.presses('Enter');
	await citizen.clicks(application.item);
	await citizen.clicks('在线申请');
	await citizen.sees('继续之前请先登录');
	await typesCredentials(citizen, username);
	await answers(citizen, application);
	await fillsForm(citizen, application);
	await citizen.clicks('下一步：上传材料');
	for (const name of application.papers) await uploads(citizen, name);
	await citizen.clicks('下一步：预审');
	return await handsIn(citizen);
}

/** Answers the questions before the form, where the item has any, and goes on to the form. */
async function answers(person: Person, { situation }: Application): Promise<void> {
	if (!situation) return;
	for (const [question, answer] of situation) await picks(person, question, answer);
	await person.clicks('下一步：填写信息');
}

/** Gives one answer; the question appears when those before it are answered. */
export async function picks(person: Person, question: string, answer: string): Promise<void> {
	const group = person.page.getByRole('group', { name: question });
	await group.getByLabel(answer, { exact: true }).check();
	await person.settles();
}

export async function fillsForm(person: Person, { answers }: Application): Promise<void> {
	await person.page.getByLabel('名称或姓名').first().waitFor();
	for (const answer of answers) {
		if ('tick' in answer) await person.page.getByLabel(answer.tick).first().check();
		else if ('option' in answer) await person.chooses(answer.label, answer.option);
		else await person.fills(answer.label, answer.text);
	}
}

/** Uploads a paper at the place that bears its name, and waits until it is there. */
export async function uploads(person: Person, name: string): Promise<void> {
	const file = await paper(name);
	await Promise.all([
		person.page.waitForResponse(
			(answer) => answer.request().method() === 'POST' && answer.url().endsWith('/files'),
		),
		person.uploads(`选择文件${name}`, file),
	]);
	await person.settles();
}

export async function handsIn(citizen: Person): Promise<string> {
	await citizen.sees('预审通过，可以提交');
	await citizen.screen('pre-check');
	await citizen.page.getByLabel('以上内容属实，我同意提交。').check();
	await citizen.clicks('提交申请');
	await citizen.sees('申请已提交');
	const words = await citizen.page.locator('.breadcrumb').textContent();
	return (words ?? '').split('›').at(-1)?.trim() ?? '';
}

/** Opens the citizen's own case from the list of cases. */
export async function opensOwnCase(citizen: Person, number: string): Promise<void> {
	await citizen.opens('/my');
	await citizen.page.locator('li', { hasText: number }).getByRole('link').first().click();
	await citizen.page.locator('.breadcrumb', { hasText: number }).waitFor();
	await citizen.settles();
}
