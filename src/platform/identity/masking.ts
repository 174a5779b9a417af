/** Masks for personal data, as they appear in every answer that does not need the whole. */
const STAR = '*';

/**
 * 王小明 → 王*明, 王明 → 王*, 阿依古丽·买买提 → 阿******提. For persons only:
 * the name of a company is public, and whoever shows one does not call this.
 */
export function maskName(name: string): string {
	const characters = [...name.trim()];
	const [first = STAR] = characters;
	if (characters.length < 2) return STAR;
	const last = characters.length > 2 ? characters.at(-1) : '';
	return `${first}${STAR.repeat(Math.max(1, characters.length - 2))}${last}`;
}

/** 37011519900307123X → 370***********123X: province and town, and the last four. */
export function maskCitizenId(number: string): string {
	return keepEnds(number.trim(), 3, 4);
}

/** 13800001234 → 138****1234. */
export function maskPhone(phone: string): string {
	return keepEnds(phone.trim(), 3, 4);
}

/** Keeps the ends of a long text; of one that is too short for that, nothing. */
function keepEnds(text: string, head: number, tail: number): string {
	const hidden = text.length - head - tail;
	if (hidden < head) return STAR.repeat(text.length);
	return text.slice(0, head) + STAR.repeat(hidden) + text.slice(-tail);
}
