import type { Locator } from 'playwright-core';
import { restaurant } from './support/applications.ts';
import { applies, picks, signsIn } from './support/citizen.ts';
import type { Person } from './support/person.ts';
import { opensCase, sitsDown, waitsWorkdays } from './support/staff.ts';
import type { Story, World } from './support/story.ts';

const ITEM = '食品经营许可';
const QUESTION = '是否使用瓶装液化气？';
const PAPER = '瓶装液化气供气合同';
const RULES = '食品安全管理制度';

const goesTo = (keeper: Person, section: string) =>
	keeper.page.locator('.keeper-nav').getByRole('button', { name: section }).click();

/** Waits until what was typed is checked and kept. */
async function saved(keeper: Person): Promise<void> {
	await keeper.page.locator('[data-save="SAVED"]').waitFor();
	await keeper.settles();
}

/** Writes a text in both languages. */
async function writes(within: Locator, name: string, chinese: string, english: string): Promise<void> {
	await within.getByLabel(`${name} 中文`).fill(chinese);
	await within.getByLabel(`${name} 英文`).fill(english);
}

/** From the list to a new version, by keyboard. */
async function begins(keeper: Person): Promise<void> {
	await signsIn(keeper, 'keeper1');
	await keeper.clicks('事项管理');
	await keeper.page.getByRole('link', { name: ITEM, exact: true }).waitFor();
	await keeper.screen('list');
	await keeper.presses('/');
	await keeper.page.keyboard.type(ITEM);
	await keeper.page.getByText('动物诊疗许可').waitFor({ state: 'detached' });
	for (const _ of ['leave the field', 'open the item']) await keeper.presses('Enter');
	await keeper.page.getByRole('heading', { name: ITEM }).waitFor();
	await keeper.screen('versions');
	await keeper.clicks('新版本');
	await keeper.page.locator('.keeper-nav').waitFor();
	await keeper.screen('basics');
}

async function addsQuestion(keeper: Person): Promise<void> {
	await goesTo(keeper, '情形问题');
	await keeper.clicks('+ 添加问题');
	const question = keeper.page.locator('#at-questions > ol > li').last();
	await writes(question, '问题', QUESTION, 'Bottled gas used?');
	await question.getByRole('button', { name: '取名为 bottledGasUsed' }).click();
	// A question on which nothing depends is a fault, until a paper does.
	await keeper.sees('1 处要改');
	await keeper.screen('question');
}

/** The preview asks as the application does: one question after the other, the new one last. */
async function answersBefore(person: Person): Promise<void> {
	await person.clicks('预览');
	for (const [question, answer] of restaurant.situation ?? []) await picks(person, question, answer);
}

/** The paper is asked for in one answer only; its condition is wrong at first, and says so while it is typed. */
async function addsPaper(keeper: Person): Promise<void> {
	await goesTo(keeper, '申请材料');
	await keeper.clicks('+ 添加材料');
	const paper = keeper.page.locator('#at-materials > ol > li').last();
	await paper.getByLabel('编码', { exact: true }).fill('gas-contract');
	await writes(paper, '材料名称', PAPER, 'Supply contract for bottled gas');
	await writes(
		paper,
		'受理标准',
		'与有燃气经营许可证的企业签订，在有效期内',
		'With a licensed supplier, in force',
	);
	await writes(paper, '为什么要', '确认燃气来源合法、用气安全', 'It shows that the gas is lawful and safe');
	await writes(paper, '样子', '合同首页和签字页', 'First page and page of signatures');
	await keeper.chooses('法律法规', '食品安全法', paper);
	await paper.getByRole('button', { name: '+ 什么情形才要' }).click();
	await paper.getByLabel('什么情形才要').fill('bottledGas = "YES"');
	await keeper.sees(/没有名为“bottledGas”的问题/);
	await saved(keeper);
	await keeper.screen('wrong-condition');
	await paper.getByLabel('什么情形才要').fill('');
	await paper.getByText('插入一个条件').click();
	await paper
		.locator('.keeper-offered div', { hasText: QUESTION })
		.getByRole('button', { name: '是' })
		.click();
	await keeper.sees('意思是：是否使用瓶装液化气：是');
	await keeper.sees('没有要改的地方');
	await saved(keeper);
	await keeper.screen('right-condition');
}

async function looks(keeper: Person, world: World): Promise<void> {
	await answersBefore(keeper);
	const phone = keeper.page.locator('.keeper-phone');
	await picks(keeper, QUESTION, '否');
	world.check((await phone.getByText(PAPER).count()) === 0, 'without gas no contract is asked for');
	await picks(keeper, QUESTION, '是');
	await phone.getByText(PAPER).waitFor();
	await keeper.screen('preview');
	await keeper.clicks('对比');
	await keeper.page.locator('.keeper-compare-table').first().waitFor();
	await keeper.screen('comparison');
	await keeper.clicks('YAML');
	await keeper.screen('yaml');
	await keeper.speaks('English');
	for (const tab of ['Edit', 'Preview', 'Compare']) {
		await keeper.clicks(tab);
		await keeper.screen(`${tab.toLowerCase()}-en`);
	}
	await keeper.speaks('简体中文');
}

async function proposes(keeper: Person, note: string): Promise<void> {
	await keeper.clicks('提交审批');
	await keeper.fills('改了什么，为什么', note);
	await keeper.clicks('提交', keeper.page.locator('form.keeper-ask'));
	await keeper.sees('待审批');
	await keeper.clicks(/批准发布/);
	await keeper.sees('修改人不能批准自己的修改。');
	await keeper.screen('not-ones-own');
}

const dayOf = (keeper: Person) => keeper.page.locator('.keeper-section input[type="date"]');

/** The same change in two tabs: the later one hears of the earlier, and neither text is lost. */
async function meetsItself(keeper: Person, world: World): Promise<void> {
	const tab = await world.person('other-tab', 'desktop');
	await signsIn(tab, 'keeper1');
	await tab.opens(new URL(keeper.page.url()).pathname);
	await goesTo(tab, '生效日期');
	await dayOf(tab).fill('2026-09-09');
	await saved(tab);
	keeper.expects(409, '/api/catalog/desk/changes/');
	await goesTo(keeper, '生效日期');
	await dayOf(keeper).fill('2026-09-10');
	await keeper.sees(/先保存了这次修改/);
	await keeper.screen('conflict');
	await keeper.clicks('打开已保存的');
	const day = dayOf(keeper);
	world.check((await day.inputValue()) === '2026-09-09', 'what was saved is on the screen');
	await keeper.clicks('换回我写的');
	world.check((await day.inputValue()) === '2026-09-10', 'what was written here is back');
	await day.fill('2026-09-08');
	await saved(keeper);
}

/** The second person looks, sends it back once, and publishes it the second time. */
async function judges(second: Person, author: Person): Promise<void> {
	await signsIn(second, 'keeper2');
	await second.clicks('事项管理');
	await second.sees('等待第二人审批');
	await second.screen('waiting');
	await second.clicks(ITEM, second.page.locator('.keeper-waiting'));
	await second.page.locator('.keeper-compare-table').first().waitFor();
	await second.clicks('退回修改');
	await second.fills('要改什么', '请写明合同应在有效期内还剩多久');
	await second.clicks('退回', second.page.locator('form.keeper-ask'));
	await second.sees('编辑中');
	await author.page.reload();
	await author.sees('请写明合同应在有效期内还剩多久');
	await goesTo(author, '申请材料');
	const paper = author.page.locator('#at-materials > ol > li').last();
	await paper.locator('summary').first().click();
	await paper.getByLabel('受理标准 中文').fill('与有燃气经营许可证的企业签订，有效期还有三个月以上');
	await saved(author);
	await author.screen('returned');
}

async function publishes(second: Person): Promise<void> {
	await second.page.reload();
	await answersBefore(second);
	await picks(second, QUESTION, '是');
	await second.page.locator('.keeper-phone').getByText(PAPER).waitFor();
	await second.clicks('对比');
	await second.screen('second-person');
	await second.clicks('批准发布');
	await second.sees('已发布');
	await second.screen('published');
}

/** On the day: the guide has the new version, the earlier case its own papers, and the version stays. */
async function takesEffect(world: World, keeper: Person, citizen: Person, number: string): Promise<void> {
	await citizen.opens('/items/food-business');
	await citizen.sees(RULES);
	world.check((await citizen.page.getByText(PAPER).count()) === 0, 'the day before nothing has changed');
	await keeper.opens('/desk/catalog/food-business');
	await keeper.sees('未生效');
	await waitsWorkdays(keeper, 1);
	await keeper.opens('/desk/catalog/food-business');
	await keeper.clicks(/撤回/, keeper.page.locator('.keeper-versions tbody tr').first());
	await keeper.sees(/第 2 版已经生效/);
	await keeper.screen('in-effect');
	await citizen.opens('/items/food-business');
	await citizen.sees(PAPER);
	await citizen.screen('guide');
	const clerk = await world.person('clerk', 'desktop');
	await sitsDown(clerk, 'clerk');
	await opensCase(clerk, number);
	await clerk.sees(RULES);
	world.check((await clerk.page.getByText(PAPER).count()) === 0, 'an earlier case keeps its own papers');
}

async function run(world: World): Promise<void> {
	const citizen = await world.person('citizen', 'phone');
	const keeper = await world.person('keeper', 'desktop');
	const second = await world.person('second', 'desktop');
	const number = await applies(citizen, 'wangxiaoming', restaurant);
	await begins(keeper);
	await addsQuestion(keeper);
	await addsPaper(keeper);
	await meetsItself(keeper, world);
	await looks(keeper, world);
	await proposes(keeper, '使用瓶装液化气的，增加供气合同');
	await judges(second, keeper);
	await proposes(keeper, '已写明合同有效期');
	await publishes(second);
	await takesEffect(world, keeper, citizen, number);
}

const story: Story = {
	id: 'catalogue-edit',
	row: 'A1',
	title:
		'A keeper writes a new version of an item, a second person publishes it, and earlier cases keep theirs',
	people: ['citizen', 'keeper', 'second keeper', 'clerk'],
	run,
};
export default story;
