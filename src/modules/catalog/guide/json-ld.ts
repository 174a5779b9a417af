import type { Item } from '../catalog.schema.ts';
import { textIn } from '../form/form.ts';

/** What search engines are told about the bureau beside the item. */
export interface PageContext {
	publicUrl: string;
	bureau: string;
	language: string;
}

/** A guide as schema.org `GovernmentService`, for search engines. */
export function governmentService(item: Item, { publicUrl, bureau, language }: PageContext) {
	const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language);
	const address = `${publicUrl}/items/${item.code}`;
	const { window } = item;
	const place = {
		'@type': 'GovernmentOffice',
		name: say(window.name),
		address: say(window.address),
		telephone: window.hotline,
	};
	return {
		'@context': 'https://schema.org',
		'@type': 'GovernmentService',
		'@id': address,
		identifier: item.standard.task_code ?? item.standard.local_task_code,
		name: say(item.name),
		alternateName: language === 'en' ? item.aliases.en : item.aliases['zh-CN'],
		description: say(item.summary),
		serviceType: say(item.result.name),
		provider: { '@type': 'GovernmentOrganization', name: bureau, telephone: window.hotline },
		serviceOperator: { '@type': 'GovernmentOrganization', name: say(item.organ.name) },
		availableChannel: channelsOf(item, place, publicUrl),
		hoursAvailable: { '@type': 'OpeningHoursSpecification', description: say(window.hours) },
		isAccessibleForFree: item.fees.length === 0,
		termsOfService: address,
		inLanguage: language,
	};
}

/** 办理形式: 1 the window, 2 and 3 the internet. */
function channelsOf(item: Item, place: object, publicUrl: string): object[] {
	const { handle_type: ways } = item.standard;
	const online = ways.some((way) => way === '2' || way === '3');
	return [
		...(online ? [{ '@type': 'ServiceChannel', serviceUrl: `${publicUrl}/apply/start/${item.code}` }] : []),
		...(ways.includes('1') ? [{ '@type': 'ServiceChannel', serviceLocation: place }] : []),
	];
}
