import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../announce.tsx';
import { LANGUAGE_NAMES, LANGUAGES, type Language, setLanguage } from '../i18n.ts';
import { isLargeText, setLargeText } from './text-size.ts';

/** Chooses the language of pages, problems and documents. */
export function LanguageSwitch() {
	const { t, i18n } = useTranslation('web');
	const client = useQueryClient();
	const choose = async (language: Language) => {
		await setLanguage(language);
		await client.invalidateQueries();
	};
	return (
		<label className="language-switch">
			<span className="visually-hidden">{t('preferences.language')}</span>
			<select value={i18n.language} onChange={(event) => void choose(event.target.value as Language)}>
				{LANGUAGES.map((language) => (
					<option key={language} value={language} lang={language}>
						{LANGUAGE_NAMES[language]}
					</option>
				))}
			</select>
		</label>
	);
}

/** 长者模式: larger type and larger targets everywhere. */
export function LargeTextSwitch() {
	const { t } = useTranslation('web');
	const [large, setLarge] = useState(isLargeText);
	const toggle = () => {
		setLargeText(!large);
		setLarge(!large);
		announce(t(large ? 'preferences.normalOn' : 'preferences.largeOn'));
	};
	return (
		<button type="button" className="quiet-button" aria-pressed={large} onClick={toggle}>
			{t('preferences.large')}
		</button>
	);
}
