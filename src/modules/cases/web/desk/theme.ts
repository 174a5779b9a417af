import type { ThemeConfig } from 'antd';

/** Reads a colour or length of `tokens.css`; the desk has no colours of its own. */
function token(name: string): string {
	return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Ant Design's theme out of the one file of design tokens. Read when the desk opens, since tokens live in CSS. */
export function deskTheme(): ThemeConfig {
	return {
		token: {
			colorPrimary: token('--accent'),
			colorLink: token('--link'),
			colorError: token('--red-600'),
			colorSuccess: token('--green-700'),
			colorWarning: token('--orange-700'),
			colorText: token('--ink'),
			colorTextSecondary: token('--ink-soft'),
			colorTextTertiary: token('--ink-soft'),
			colorTextDescription: token('--ink-soft'),
			// A placeholder is read, too: 4.5:1 like every other text.
			colorTextPlaceholder: token('--ink-soft'),
			colorBorder: token('--line-strong'),
			colorBorderSecondary: token('--line'),
			colorBgLayout: token('--canvas'),
			colorBgContainer: token('--surface'),
			fontFamily: token('--font'),
			fontSize: 14,
			borderRadius: 4,
			controlHeight: 32,
			motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
		},
	};
}
