/** Departments → drafts in memory that follow their files, served to a browser on this machine; nothing is published. */
export { type Drafts, type DraftsOptions, type OpenedDrafts, openDrafts } from "./open-drafts.ts";
export { type Serving, serveDrafts } from "./serve-drafts.ts";
