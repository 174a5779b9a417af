import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, expect, test } from 'vitest';
import { testApp } from './platform/testing/app.ts';
import { registerRooms } from './rooms.ts';

const house = await testApp({
	rooms: async (app, platform) => void (await registerRooms(app, platform, undefined)),
});
afterAll(() => house.close());

test('the API document of the whole house is valid OpenAPI 3.1', async () => {
	const document = (await house.app.inject('/api/openapi.json')).json();
	expect(Object.keys(document.paths).length).toBeGreaterThan(20);
	expect(await new Validator().validate(document)).toEqual({ valid: true });
});

test('its page for people names every address of the document', async () => {
	const { paths } = (await house.app.inject('/api/openapi.json')).json();
	const page = (await house.app.inject('/api/docs')).body;
	expect(Object.keys(paths).filter((path) => !page.includes(path))).toEqual([]);
});
