import type { Platform } from '../../platform/platform.ts';

/** The part of the platform that this room stands on. */
export type OrganisationPlatform = Pick<Platform, 'db' | 'config' | 'clock' | 'auth' | 'locales'>;
