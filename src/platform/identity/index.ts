export {
	type CitizenIdFault,
	type CitizenIdResult,
	citizenIdCheckCharacter,
	readCitizenId,
} from './citizen-id.ts';
export {
	CREDIT_CODE_CHARACTERS,
	type CreditCodeFault,
	type CreditCodeResult,
	creditCodeCheckCharacter,
	organisationCodeCheckCharacter,
	readCreditCode,
} from './credit-code.ts';
export { maskCitizenId, maskName, maskPhone } from './masking.ts';
