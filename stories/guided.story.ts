import { type Answer, restaurant } from './support/applications.ts';
import { fillsForm, handsIn, picks, typesCredentials, uploads } from './support/citizen.ts';
import type { Person } from './support/person.ts';
import { byDigits, gives, opensCase, sitsDown, ticks } from './support/staff.ts';
import type { Story, World } from './support/story.ts';

const BUSINESS = '您做哪一种经营？';
const MAKES = '是否现场加工制作？';
const ONLINE = '是否通过网络（外卖平台等）经营？';
const LAYOUT = '经营场所设备布局及操作流程示意图';

/** The questions: a wrong turn is told at once, and then exactly what is needed. */
async function asksAbout(citizen: Person): Promise<void> {
	await citizen.opens('/');
	await citizen.fills('搜索事项', restaurant.words);
	await citizen.presses('Enter');
	await citizen.clicks(restaurant.item);
	await citizen.clicks('在线申请');
	await typesCredentials(citizen, 'wangxiaoming');
	await citizen.sees('先说说您的情况');
	await citizen.screen('first-question');
	await picks(citizen, BUSINESS, '食品销售（超市、便利店）');
	await picks(citizen, '是否只销售预包装食品？', '是');
	await citizen.sees('您不用办这个');
	await citizen.screen('other-item');
	await picks(citizen, BUSINESS, '餐饮服务（餐馆、小吃、饮品店）');
	await picks(citizen, MAKES, '是');
	await picks(citizen, ONLINE, '是');
	await citizen.sees('所以您需要');
	await citizen.screen('what-you-need');
	await citizen.speaks('English');
	await citizen.screen('what-you-need-en');
	await citizen.speaks('简体中文');
	await citizen.clicks('下一步：填写信息');
}

const isNoDish = (answer: Answer) => !('tick' in answer && answer.tick.endsWith('制售'));

/** The form with three mistakes, and one paper forgotten. */
async function makesMistakes(citizen: Person): Promise<void> {
	await citizen.page.getByLabel('名称或姓名').first().waitFor();
	await citizen.page.getByLabel('个人', { exact: true }).check();
	await citizen.fills('名称或姓名', '王小明');
	await citizen.fills('联系人', '王小明');
	await citizen.fills('公民身份号码', '370115199003071231');
	await citizen.fills('联系电话', '1380013');
	await fillsForm(citizen, { ...restaurant, answers: SHOP });
	await citizen.fills('食品安全管理人员', '王小明'.repeat(20));
	await citizen.screen('form');
	await citizen.clicks('下一步：上传材料');
	for (const name of restaurant.papers.filter((paper) => paper !== LAYOUT)) await uploads(citizen, name);
	await citizen.screen('papers');
	await citizen.clicks('下一步：预审');
}

const SHOP = restaurant.answers.filter((answer) =>
	'tick' in answer ? answer.tick.endsWith('制售') : /门店|场所|面积|从业|通信地址/.test(answer.label),
);

/** Everything is named at once; each line leads to its place. */
async function mends(citizen: Person, world: World): Promise<void> {
	await citizen.sees('还有 4 处要补');
	await citizen.screen('all-faults-at-once');
	const links = citizen.page.locator('.notice.warning .fault-list a');
	world.check((await links.count()) === 4, 'each of the four faults leads somewhere');
	await citizen.speaks('English');
	await citizen.screen('all-faults-at-once-en');
	await citizen.speaks('简体中文');
	for (const [words, value] of [
		['公民身份号码', '37011519900307123X'],
		['联系电话', '13800138000'],
		['食品安全管理人员', '王小明'],
	] as const) {
		await citizen.clicks(new RegExp(`${words}.*：`));
		await citizen.settles();
		const focused = citizen.page.locator('input:focus');
		await focused.waitFor();
		await focused.fill(value);
		await citizen.clicks('下一步：上传材料');
		await citizen.clicks('下一步：预审');
	}
	await citizen.clicks(`缺少必要材料「${LAYOUT}」`);
	await uploads(citizen, LAYOUT);
}

/** A changed answer: what is no longer asked for is kept aside, and what was filled in stays. */
async function changesAnAnswer(citizen: Person): Promise<void> {
	await citizen.clicks('修改回答');
	await picks(citizen, MAKES, '否');
	await citizen.clicks('下一步：填写信息');
	await citizen.clicks('下一步：上传材料');
	await citizen.sees('不再需要的材料');
	await citizen.screen('not-needed-any-more');
	await citizen.clicks('修改回答');
	await picks(citizen, MAKES, '是');
	await citizen.clicks('下一步：填写信息');
	await citizen.clicks('下一步：上传材料');
	await citizen.page.getByText('不再需要的材料').waitFor({ state: 'detached' });
	await citizen.clicks('下一步：预审');
}

/** A walk-in without an account: the same questions by keyboard, one visit. */
async function atTheWindow(clerk: Person, world: World): Promise<void> {
	await clerk.opens('/desk/window');
	await clerk.fills('办什么事', restaurant.words);
	await clerk.clicks(`选择：${restaurant.item}`);
	await clerk.sees('按数字键作答');
	await clerk.screen('window-questions');
	await byDigits(clerk, ['2', '2', '2']);
	await clerk.fills('姓名', '李秀兰');
	await clerk.fills('公民身份号码', '370115198511123425');
	await clerk.fills('手机号码', '13800138001');
	await clerk.clicks('下一步');
	await fillsForm(clerk, {
		...restaurant,
		answers: [...restaurant.answers.filter(isNoDish), { tick: '散装食品销售' }],
	});
	await clerk.screen('window-form');
	await clerk.clicks('下一步');
	world.check(
		(await clerk.page.getByText(LAYOUT).count()) === 0,
		'a shop is not asked for a drawing of its kitchen',
	);
	for (const name of restaurant.papers.filter((paper) => paper !== LAYOUT)) await uploads(clerk, name);
	await clerk.clicks('下一步：预审');
	await clerk.sees('预审通过，可以提交');
	await clerk.screen('window-pre-check');
	await clerk.page.locator('.desk-intake').getByRole('button', { name: '收件', exact: true }).click();
	await clerk.sees(/^收件编号/);
	await accepts(clerk);
	await clerk.speaks('English');
	await clerk.screen('window-accepted-en');
}

async function accepts(clerk: Person): Promise<void> {
	await gives(clerk, '受理', '决定受理', async (form) => {
		await ticks(form, '三环节审批（受理、审核、办结）');
	});
}

/** Visits and notices of the newest case that this person may see under this number. */
async function caseOf(person: Person, scope: string, number: string) {
	const ask = async (path: string) =>
		(await person.page.request.get(new URL(path, person.page.url()).href)).json();
	const { cases } = (await ask(`/api/cases?scope=${scope}&q=${number}`)) as { cases: { id: string }[] };
	return (await ask(`/api/cases/${cases[0]?.id}`)) as {
		visits: number;
		stage: string;
		documents: { notice: string }[];
	};
}

async function run(world: World): Promise<void> {
	const citizen = await world.person('citizen', 'phone');
	const clerk = await world.person('clerk', 'desktop');
	await asksAbout(citizen);
	await makesMistakes(citizen);
	await mends(citizen, world);
	await changesAnAnswer(citizen);
	const number = await handsIn(citizen);
	await sitsDown(clerk, 'clerk');
	await opensCase(clerk, number);
	await clerk.sees('是否现场加工制作？');
	await clerk.screen('situation-of-the-case');
	await accepts(clerk);
	const online = await caseOf(clerk, 'all', number);
	world.check(online.visits === 0, 'nobody came to the hall');
	const notices = online.documents.map(({ notice }) => notice);
	world.check(
		!notices.includes('SUPPLEMENT') && notices.includes('ACCEPTANCE'),
		'accepted without a supplement',
	);
	await atTheWindow(clerk, world);
	const { cases } = (await (
		await clerk.page.request.get(new URL('/api/cases?scope=all&q=370115&limit=100', clerk.page.url()).href)
	).json()) as { cases: { number: string; stage: string }[] };
	const last =
		cases
			.map((each) => each.number)
			.sort()
			.at(-1) ?? '';
	const walkIn = await caseOf(clerk, 'all', last);
	world.check(walkIn.visits === 1, 'the walk-in came once');
	world.check(
		walkIn.documents.every(({ notice }) => notice !== 'SUPPLEMENT'),
		'and is not sent home',
	);
}

const story: Story = {
	id: 'A2',
	row: 'A2',
	title:
		'A few questions, exactly the papers needed, every mistake named before handing in, accepted at once',
	people: ['citizen', 'clerk'],
	run,
};
export default story;
