import { LATER, restaurantInHaste } from './support/applications.ts';
import { fillsForm, uploads } from './support/citizen.ts';
import { byDigits, gives, panel, sitsDown, ticks } from './support/staff.ts';
import type { Story, World } from './support/story.ts';

async function run(world: World): Promise<void> {
	const clerk = await world.person('clerk', 'desktop');
	await sitsDown(clerk, 'clerk');
	await clerk.clicks('窗口收件');
	await clerk.fills('办什么事', restaurantInHaste.words);
	await clerk.page.getByRole('button', { name: `选择：${restaurantInHaste.item}`, exact: true }).waitFor();
	await clerk.screen('find-item');
	await clerk.clicks(`选择：${restaurantInHaste.item}`);
	await byDigits(clerk, ['1', '1', '2']);
	await clerk.fills('姓名', '李秀兰');
	await clerk.fills('公民身份号码', '370115198511123420');
	await clerk.fills('手机号码', '13800138001');
	await clerk.clicks('下一步');
	await clerk.sees('号码校验不通过，请对照证件核对。');
	await clerk.screen('wrong-number');
	await clerk.fills('公民身份号码', '370115198511123425');
	await clerk.clicks('下一步');
	await fillsForm(clerk, restaurantInHaste);
	await clerk.screen('form');
	await clerk.clicks('下一步');
	for (const name of restaurantInHaste.papers) await uploads(clerk, name);
	await clerk.clicks('下一步：预审');
	await clerk.page.getByRole('button', { name: /收件/ }).last().waitFor();
	await clerk.screen('pre-check');
	await clerk.page.locator('.desk-intake').getByRole('button', { name: /收件/ }).click();
	await clerk.sees(/^收件编号/);
	await clerk.screen('received');
	const receipt = await clerk.fetches('打印收件回执', 'receipt.pdf');
	world.check(receipt.subarray(0, 5).toString() === '%PDF-', 'the receipt can be printed');
	for (const outcome of ['受理', '当场更正', '一次性告知补正', '告知无需许可', '不予受理（不属本机关）']) {
		await panel(clerk).getByRole('button', { name: outcome, exact: true }).waitFor();
	}
	await gives(clerk, '受理', '决定受理', async (form) => {
		for (const paper of LATER) await ticks(form, `后补：${paper}`);
		await ticks(form, '申请人已签署容缺受理承诺书');
	});
	await clerk.clicks('登记容缺材料', panel(clerk));
	for (const paper of LATER) await uploads(clerk, paper);
	await clerk.screen('owed-papers');
	await clerk.clicks('补交 2 份材料');
	await clerk.page.getByRole('heading', { name: '可办事项' }).waitFor();
	await clerk.speaks('English');
	await clerk.screen('accepted-en');
}

const story: Story = {
	id: 'window',
	row: 'A2',
	title: 'A walk-in at the window: one visit, a receipt, accepted at once',
	people: ['clerk'],
	run,
};
export default story;
