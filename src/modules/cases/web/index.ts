/** What the frame may use of this room in the browser. */
export { deskRoutes, deskShell } from './desk/index.ts';
export { portalRoutes } from './portal/index.ts';
