import { hairdresser } from './support/applications.ts';
import { applies, opensOwnCase, uploads } from './support/citizen.ts';
import type { Person } from './support/person.ts';
import { gives, judges, names, opensCase, panel, sitsDown, ticks, waitsWorkdays } from './support/staff.ts';
import type { Story, World } from './support/story.ts';

const PLAN = '经营场所平面布局图';
const PHONE = '联系电话';

/** Acceptance: everything that is missing is named once, and once only. */
async function acceptance(clerk: Person, citizen: Person, number: string): Promise<void> {
	await sitsDown(clerk, 'clerk');
	await clerk.screen('to-do');
	await opensCase(clerk, number);
	await clerk.screen('received');
	await gives(clerk, '一次性告知补正', '发出补正告知书', async (form) => {
		await judges(clerk, form, [
			{ name: PLAN, fault: '没有标出洗涤、消毒区域', remedy: '在图上标出洗涤、消毒、保洁三处的位置' },
			{ name: PHONE, fault: '号码无法接通', remedy: '请填写能接通的号码' },
		]);
		await clerk.screen('supplement-notice');
	});
	await clerk.sees('不能再发补正告知书，还可以这样办');
	await clerk.screen('after-notice');
	await opensOwnCase(citizen, number);
	await citizen.sees('请补 2 项材料');
	await uploads(citizen, PLAN);
	await citizen.fills(PHONE, '13900139000');
	await citizen.screen('supplement');
	await citizen.clicks('提交补正（2/2）');
	await citizen.sees('您补的材料收齐了');
	await opensCase(clerk, number);
	await gives(clerk, '受理', '决定受理', async (form) => {
		await ticks(form, '三环节审批（受理、审核、办结）');
		await clerk.screen('accept');
	});
}

/** Review: testing stops the clock, two people visit, the head extends the limit. */
async function review(reviewer: Person, head: Person, number: string): Promise<void> {
	await sitsDown(reviewer, 'reviewer1');
	await opensCase(reviewer, number);
	await gives(reviewer, '开始审查', '开始审查');
	await gives(reviewer, '启动特别程序', '启动并书面告知', async (form) => {
		await ticks(form, '检测');
		await reviewer.fills('所需时间', '5', form);
		await reviewer.fills('事由', '依法需对场所空气、用具进行卫生检测', form);
	});
	await waitsWorkdays(reviewer, 1);
	await reviewer.sees('已停表');
	await reviewer.screen('clock-stopped');
	for (let day = 2; day <= 5; day++) await waitsWorkdays(reviewer, 1);
	await gives(reviewer, '结束特别程序', '结束并续表', async (form) => {
		await ticks(form, '检测');
		await reviewer.fills('结果', '检测合格', form);
	});
	await waitsWorkdays(reviewer, 1);
	await reviewer.seesNo('已停表');
	await gives(reviewer, '记录现场核查', '记录', async (form) => {
		await names(reviewer, '到场人员', ['孙志远', '周雨桐']);
		await ticks(form, '符合要求');
		await reviewer.fills('核查情况', '现场布局与图纸一致，消毒设施齐全', form);
		await reviewer.screen('site-visit');
	});
	await sitsDown(head, 'head');
	await opensCase(head, number, '全部办件');
	await gives(head, '延长期限', '批准延长', async (form) => {
		await head.fills('延长理由', '检测报告需专家复核', form);
	});
	await head.screen('extended');
	await opensCase(reviewer, number);
	await gives(reviewer, '提出审查意见', '提交审查意见', async (form) => {
		await ticks(form, '建议准予');
		await reviewer.fills('审查说明', '材料齐全，检测合格，现场符合卫生标准', form);
	});
}

async function run(world: World): Promise<void> {
	const citizen = await world.person('citizen', 'phone');
	const clerk = await world.person('clerk', 'desktop');
	const reviewer = await world.person('reviewer', 'desktop');
	const head = await world.person('head', 'desktop');
	const approver = await world.person('approver', 'desktop');
	const number = await applies(citizen, 'wangxiaoming', hairdresser);
	await citizen.screen('handed-in');
	await acceptance(clerk, citizen, number);
	await review(reviewer, head, number);
	await sitsDown(approver, 'approver');
	await opensCase(approver, number);
	await approver.screen('before-decision');
	await gives(approver, '准予许可', '决定准予许可');
	await opensOwnCase(citizen, number);
	await citizen.clicks('在线领取结果');
	await citizen.clicks('确认领取');
	await citizen.sees('已办成，证件有效');
	await citizen.screen('licence-delivered');
	const decision = await citizen.fetches(/准予.*决定书/, 'decision.pdf');
	world.check(decision.subarray(0, 5).toString() === '%PDF-', 'the decision comes as PDF');
	await opensCase(clerk, number, '全部办件');
	for (const tab of [/^办理过程/, /^文书/, '存证']) await clerk.clicks(tab);
	await clerk.sees('记录链完整');
	await clerk.screen('audit');
	for (const person of [citizen, clerk]) await person.speaks('English');
	await citizen.screen('licence-en');
	await clerk.screen('audit-en');
	world.check((await panel(clerk).count()) === 1, 'the desk stays usable in English');
}

const story: Story = {
	id: 'A3',
	row: 'A3',
	title: 'Three steps with a supplement, a special procedure and an extension, to the licence in hand',
	people: ['citizen', 'clerk', 'reviewer', 'head of the bureau', 'approver'],
	run,
};
export default story;
