import { expect, test } from 'vitest';
import { loadLocales } from '../../../../../platform/locales.ts';
import { THEMES } from '../../../catalog.schema.ts';

test.each(['zh-CN', 'en'] as const)('keepers read the themes in the words of the portal: %s', (language) => {
	const { t } = loadLocales();
	for (const theme of THEMES)
		expect(t(language, `keeper.options.theme.${theme}`)).toBe(t(language, `web.portal.themes.${theme}`));
});
