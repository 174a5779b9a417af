/**
 * `npm run catalog:check [-- FOLDER] [-- --lang en]`: every fault of the catalogue's files at once,
 * as `file:line:column path: what is wrong → what would be right`. Ends with 1 when there are any.
 */
import { parseArgs } from 'node:util';
import { catalogMessages, loadCatalog } from '../src/modules/catalog/index.ts';
import { formatFaults } from '../src/platform/definitions/index.ts';
import { loadLocales } from '../src/platform/locales.ts';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { lang: { type: 'string', default: process.env.LANG?.startsWith('zh') ? 'zh-CN' : 'en' } },
});
const language = values.lang === 'zh-CN' ? 'zh-CN' : 'en';
const { t } = loadLocales();
const { items, faults } = loadCatalog(positionals[0] ?? 'data/catalog');

if (faults.length > 0) {
	console.error(formatFaults(faults, catalogMessages(language)));
	console.error(t(language, 'catalog.check.faults', { count: faults.length }));
	process.exitCode = 1;
} else {
	const confirm = items.reduce((sum, item) => sum + item.confirm.length, 0);
	console.log(t(language, 'catalog.check.ok', { items: items.length, confirm }));
}
