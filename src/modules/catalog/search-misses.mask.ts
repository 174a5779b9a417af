/** Longer words than these are not kept. */
const LONGEST = 100;
const HIDDEN = '***';

/**
 * What may lead to a person: identity number, telephone, bank card, with the breaks that people put in, in figures or
 * characters; an address of e-mail.
 */
const PERSONAL = /[\d〇零一二三四五六七八九](?:[\s-]?[\d〇零一二三四五六七八九]){5,}[xX]?|\S*@\S*/gu;
/** A name, and between it and the number what the number is. */
const NAME_BEFORE =
	/(?:(?:\p{Script=Han}{2,4}?)?[\s:：,，。的]*(?:居民|身份证|证件|联系|电话|手机|微信|银行|邮箱|号码?|卡|是|为)+|\p{Script=Han}{1,4}|[\p{Script=Latin}]{2,20}(?:\s[\p{Script=Latin}]{2,20})?)[\s:：,，。、;；(（]*$/u;
const NAME_AFTER =
	/^[\s:：,，。、;；)）]*(?:\p{Script=Han}{2,3}(?!\p{Script=Han})|[\p{Script=Latin}]{2,20})/u;
const INTRODUCED =
	/(我叫|姓名是?|名字是?|my name is|i am called)[\s:：]*(?:\p{Script=Han}{2,4}|[\p{L}]+(?:\s[\p{L}]+)?)/giu;

/**
 * What somebody looked for, as it may be kept: one line, without numbers and without what may say who it was. A long
 * number hides the short words at its sides as well, because people write their name there.
 */
export function maskedQuery(query: string): string {
	const line = query
		.slice(0, 4 * LONGEST)
		.toWellFormed()
		.normalize('NFKC')
		.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
		.replace(INTRODUCED, `$1${HIDDEN}`);
	const parts = line.split(PERSONAL);
	const kept = parts.map((part, at) => {
		const before = at < parts.length - 1 ? part.replace(NAME_BEFORE, HIDDEN) : part;
		return at > 0 ? before.replace(NAME_AFTER, HIDDEN) : before;
	});
	return [
		...kept
			.join(HIDDEN)
			.replace(/\p{N}/gu, '#')
			.replace(/\*{3}(?:\s*\*{3})+/gu, HIDDEN)
			.toLowerCase()
			.trim(),
	]
		.slice(0, LONGEST)
		.join('')
		.trim();
}
