export {
	citizenIdCheckCharacter,
	readCitizenId,
} from './citizen-id.ts';
export {
	CREDIT_CODE_CHARACTERS,
	creditCodeCheckCharacter,
	organisationCodeCheckCharacter,
	readCreditCode,
} from './credit-code.ts';
export { maskCitizenId, maskName, maskPhone } from './masking.ts';
export { isPhone } from './phone.ts';
