/** Longest name that is kept, in UTF-16 units. */
const LONGEST = 150;

/**
 * A name that people recognise and that harms nobody: no folders, no control or direction-changing characters
 * (with them `fdp.exe` reads as `exe.pdf`), not too long, never empty.
 */
export function safeName(name: string): string {
	const base = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
	const clean = base
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>|:*?]/gu, '')
		.replace(/^[.\s]+|\s+$/g, '');
	if (clean.length <= LONGEST) return clean === '' ? 'file' : clean;
	const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
	return clean.slice(0, LONGEST - ending.length).toWellFormed() + ending;
}

/** Value of `Content-Disposition`, with the name in ASCII for old clients and in full for the others (RFC 6266). */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
	const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
	const full = encodeURIComponent(name).replace(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return `${kind}; filename="${ascii}"; filename*=UTF-8''${full}`;
}
