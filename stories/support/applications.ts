/** One answer on an application form, by the label that people read. */
export type Answer =
	| { label: string; text: string }
	| { label: string; option: string }
	/** One or more boxes of a group. */
	| { tick: string };

/** What somebody wants, in the words of that person, and everything that goes with it. */
export interface Application {
	/** What is typed into the search field. */
	words: string;
	item: string;
	/** Answers to the questions before the form: question, answer. */
	situation?: [string, string][];
	answers: Answer[];
	/** Papers to upload, by name. */
	papers: string[];
}

const IDENTITY = '法定代表人（负责人）或申请人身份证件';
const LEASE = '经营场所使用证明（产权证或租赁合同）';

const shop = (name: string, creditCode: string, owner: string, phone: string): Answer[] => [
	{ tick: '企业、个体工商户或其他组织' },
	{ label: '名称或姓名', text: name },
	{ label: '统一社会信用代码', text: creditCode },
	{ label: '法定代表人（负责人、经营者）', text: owner },
	{ label: '联系人', text: owner },
	{ label: '联系电话', text: phone },
	{ label: '通信地址', text: '济南市济阳区济北街道纬二路 12 号' },
];

const premises = (name: string, address: string, area: string): Answer[] => [
	{ label: '门店（场所）名称', text: name },
	{ label: '场所地址', text: address },
	{ label: '使用面积（平方米）', text: area },
];

/** A hairdresser's shop: three steps, with testing as special procedure. */
export const hairdresser: Application = {
	words: '开理发店',
	item: '公共场所卫生许可',
	situation: [
		['是否只开饭馆、咖啡馆、酒吧或茶座？', '否'],
		['开哪一类公共场所？', '理发店、美容店'],
		['怎样通风？', '机械通风'],
		['水从哪里来？', '市政供水'],
		['是否由他人代办？', '否'],
	],
	answers: [
		...shop('济阳区小明理发店', '92370115MA3TE2T21T', '王小明', '13800138000'),
		...premises('小明理发店', '济南市济阳区济北街道纬二路 12 号', '86'),
		{ label: '卫生管理人员', text: '王小明' },
		{ label: '从业人员数', text: '4' },
	],
	papers: [
		IDENTITY,
		'经营场所平面布局图',
		'公共场所卫生检测或者评价报告',
		'公共场所卫生管理制度',
		'从业人员健康合格证明',
	],
};

/** A restaurant with every paper in hand. */
export const restaurant: Application = {
	words: '开饭店',
	item: '食品经营许可',
	situation: [
		['您做哪一种经营？', '餐饮服务（餐馆、小吃、饮品店）'],
		['是否现场加工制作？', '是'],
		['是否通过网络（外卖平台等）经营？', '否'],
	],
	answers: [
		...shop('济南黄河餐饮有限公司', '91370115MA3ABCD157', '李秀兰', '13800138001'),
		...premises('黄河人家', '济南市济阳区济北街道富强街 6 号', '210'),
		{ tick: '热食类制售' },
		{ tick: '冷食类制售' },
		{ label: '食品安全管理人员', text: '李秀兰' },
		{ label: '从业人员数', text: '9' },
	],
	papers: [IDENTITY, '经营场所设备布局及操作流程示意图', '食品安全管理制度', '从业人员健康证明', LEASE],
};

/** Papers that the restaurant may bring later. */
export const LATER = ['食品安全管理制度', '从业人员健康证明'];

/** The same restaurant, two secondary papers short. */
export const restaurantInHaste: Application = {
	...restaurant,
	papers: restaurant.papers.filter((paper) => !LATER.includes(paper)),
};

/** A bookshop. */
export const bookshop: Application = {
	words: '开书店',
	item: '出版物零售单位设立许可',
	answers: [
		...shop('济阳区小明书店', '92370115MA3TE2T21T', '王小明', '13800138000'),
		...premises('小明书店', '济南市济阳区济北街道正安路 3 号', '60'),
		{ tick: '图书' },
	],
	papers: [IDENTITY, LEASE, '经营范围和场所情况说明'],
};
