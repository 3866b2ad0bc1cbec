import type { MingbaiCheckerElement } from "./mingbai.js";

export type { MingbaiCheckerElement };
