import { useTranslation } from 'react-i18next';

const ZONE = 'Asia/Shanghai';

/** A plain date (`2026-09-18`) as people write it, with or without its weekday. Anything else is returned as it came. */
export function formatDate(language: string, date: string, weekday = false): string {
	const instant = new Date(`${date}T00:00:00Z`);
	if (Number.isNaN(instant.getTime())) return date;
	return new Intl.DateTimeFormat(language, {
		timeZone: 'UTC',
		year: 'numeric',
		month: language === 'en' ? 'short' : 'long',
		day: 'numeric',
		...(weekday ? { weekday: 'short' } : {}),
	}).format(instant);
}

/** An instant as the clock on a Shanghai wall showed it. */
export function formatInstant(language: string, instant: string): string {
	const at = new Date(instant);
	if (Number.isNaN(at.getTime())) return instant;
	return new Intl.DateTimeFormat(language, {
		timeZone: ZONE,
		year: 'numeric',
		month: language === 'en' ? 'short' : 'long',
		day: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	}).format(at);
}

const STEP = 1024;

/** A file size in the unit that keeps it short. */
export function formatSize(language: string, bytes: number): string {
	const inMegabytes = bytes >= STEP * STEP;
	const value = inMegabytes ? bytes / (STEP * STEP) : Math.max(1, bytes / STEP);
	const number = new Intl.NumberFormat(language, { maximumFractionDigits: inMegabytes ? 1 : 0 }).format(
		value,
	);
	return `${number} ${inMegabytes ? 'MB' : 'KB'}`;
}

/** The formatters, bound to the language of the page. */
export function useFormat() {
	const { i18n } = useTranslation();
	const language = i18n.language;
	return {
		date: (date: string, weekday = false) => formatDate(language, date, weekday),
		instant: (instant: string) => formatInstant(language, instant),
		size: (bytes: number) => formatSize(language, bytes),
	};
}
