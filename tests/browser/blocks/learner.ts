import type { Locator, Page } from '@playwright/test';

/** Somebody at the module with every block, wherever it is played. */
export interface Learner {
	/** Whether scripts run. */
	readonly scripts: boolean;
	/** The window that the module is in. */
	readonly page: Page;
	/** The page of the module that shows. */
	readonly shown: Locator;
	/** Opens one page of the module. */
	open(id: string): Promise<void>;
	/** Leaves and opens the module again, which leads to where they were. */
	comeBack(): Promise<void>;
	/** Everything that is stored of what they did. */
	stored(): Promise<string>;
}
